import { expect, test } from "vitest";
import { parseFlags } from "./flags.ts";

test.each([
	[[], { task: "serve", overrides: {} }],
	[["setup", "--email", "a@b"], { task: "setup", email: "a@b" }],
	[["--check-config", "--config", "f"], { task: "check", config: "f" }],
	[["-h", "setup"], { task: "help" }],
	[["--version"], { task: "version" }],
	[
		["--data", "d", "--listen", "[::1]:0", "--log-level", "warn"],
		{
			task: "serve",
			overrides: {
				dataDir: "d",
				http: { listen: "[::1]:0" },
				log: { level: "warn" },
			},
		},
	],
])("%j", (args, flags) => {
	expect(parseFlags(args)).toMatchObject(flags);
});

test.each([
	[["--nonsense"], "Unknown option '--nonsense'"],
	[["dance"], 'unknown command "dance"'],
	[["setup", "now"], 'unexpected "now"'],
	[["--email", "a@b"], "--email goes with setup"],
	[["--listen", "--check-config"], "Option '--listen' argument is ambiguous"],
])("%j is refused in one line", (args, message) => {
	expect(() => parseFlags(args)).toThrow(
		expect.objectContaining({
			name: "ConfigError",
			message: `${message}; see xo-server --help`,
		}),
	);
});
