import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSelfSignedCertificate } from "@xo/std/self-signed-certificate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkConfig } from "./check-config.ts";
import type { PartialConfig } from "./config-schema.ts";
import { keyFileOf, loadConfig } from "./load-config.ts";

let folder: string;
let file: string;

beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), "xo-config-"));
	file = path.join(folder, "xo.toml");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(
	toml: string,
	options: {
		environment?: Record<string, string>;
		overrides?: PartialConfig;
	} = {},
) {
	writeFileSync(file, toml);
	const dataDir = path.join(folder, "data");
	return checkConfig({
		file,
		...options,
		environment: { XO_SERVER_DATA_DIR: dataDir, ...options.environment },
	});
}

function refusal(message: RegExp) {
	return expect.objectContaining({
		name: "ConfigError",
		message: expect.stringMatching(message),
	});
}

describe("what is wrong is said with the file and the key", () => {
	test.each([
		['listen = "x', /xo\.toml:1: /],
		["\n\na = 1 b", /xo\.toml:3: /],
		["[http]\nport = 1", /xo\.toml: unknown key http\.port$/],
		['keyFile = ""', /xo\.toml: keyFile: must not be empty$/],
		["colour = 1\nshape = 2", /xo\.toml: unknown key colour, shape$/],
		["[http]\nhostNames = 1", /xo\.toml: http\.hostNames: /],
		[
			'[http]\nlisten = "8080"',
			/xo\.toml: http\.listen: must be "host:port", as in [^\n]*$/,
		],
		[
			'[http]\nlisten = "xo:99999"',
			/xo\.toml: http\.listen: the port must be at most 65535$/,
		],
		[
			'[http.https]\ncert = "a"',
			/xo\.toml: http\.https: cert and key go together$/,
		],
		[
			'[http.https]\ncert = "/absent"\nkey = "/absent"',
			/^http\.https\.cert: cannot read \/absent: ENOENT$/,
		],
		['[pools]\nca = "/absent"', /^pools\.ca: cannot read \/absent: ENOENT$/],
		[
			'[database]\nurl = "mysql://x"',
			/xo\.toml: database\.url: must begin with postgres:\/\/$/,
		],
	])("%j", (toml, message) => {
		expect(() => check(toml)).toThrow(refusal(message));
	});

	test("all at once, what the files hold included", () => {
		const toml = `a = 1
keyFile = "${file}/key"
log = "loud"
[http]
hostNames = 1
[http.https]
cert = "/absent"
key = "/absent"
[pools]
ca = "/absent"`;
		let message = "";
		try {
			check(toml);
		} catch (error) {
			({ message } = error as Error);
		}
		const [title, ...problems] = message.split("\n  ");
		expect(title).toBe("the configuration has 6 problems:");
		expect(problems.sort()).toEqual([
			expect.stringMatching(/xo\.toml: http\.hostNames: /),
			expect.stringMatching(/xo\.toml: log: /),
			expect.stringMatching(/xo\.toml: unknown key a$/),
			expect.stringMatching(/^http\.https\.cert: cannot read \/absent/),
			expect.stringMatching(/^keyFile: /),
			expect.stringMatching(/^pools\.ca: cannot read \/absent/),
		]);
	});

	test("without what follows from a part that is wrong", () => {
		expect(() =>
			check('[http]\nhostNames = [1]\n[http.https]\ncert = 1\nkey = "k"'),
		).toThrow(
			refusal(
				/ 2 problems:\n[^\n]*hostNames\.0: [^\n]*\n[^\n]*https\.cert: [^\n]*$/,
			),
		);
	});

	test("for files that are not what they should be", () => {
		expect(() => check(`[pools]\nca = "${file}"`)).toThrow(
			refusal(/^pools\.ca: .*xo\.toml is not a PEM certificate$/),
		);
		expect(() => check(`keyFile = "${file}/key"`)).toThrow(
			refusal(/^keyFile: .*xo\.toml is not a folder$/),
		);
		expect(() => check("", { overrides: { dataDir: `${file}/data` } })).toThrow(
			refusal(/^dataDir: .*xo\.toml is not a folder$/),
		);
	});

	test("or with the variable, or the command line", () => {
		const environment = { XO_SERVER_LOG_LEVEL: "loud" };
		expect(() => check("", { environment })).toThrow(
			refusal(/^XO_SERVER_LOG_LEVEL: log\.level: /),
		);
		const overrides = { log: { level: "louder" as "info" } };
		expect(() => check("", { environment, overrides })).toThrow(
			refusal(/^command line: log\.level: /),
		);
	});
});

test("flags go before variables, and those before the file", () => {
	const toml = '[http]\nlisten = "127.0.0.1:1"\n[log]\nlevel = "warn"';
	expect(check(toml).http.listen).toBe("127.0.0.1:1");
	const environment = { XO_SERVER_LISTEN: "127.0.0.1:2" };
	expect(check(toml, { environment }).http.listen).toBe("127.0.0.1:2");
	const overrides = { http: { listen: "127.0.0.1:3" } };
	const config = check(toml, { environment, overrides });
	expect(config.http.listen).toBe("127.0.0.1:3");
	expect(config.log.level).toBe("warn");
});

test("a right configuration passes, and nothing is made", () => {
	const made = createSelfSignedCertificate(["xo.example.org"]);
	const cert = path.join(folder, "xo.crt");
	const key = path.join(folder, "xo.pem");
	writeFileSync(cert, made.cert);
	writeFileSync(key, made.key);
	const config = check(
		`[http.https]\ncert = "${cert}"\nkey = "${key}"\n[pools]\nca = "${cert}"`,
	);
	expect(config.http.https).toEqual({ cert, key });
});

test("the key file is as configured, beside the file, or of the user", () => {
	const config = loadConfig({});
	const environment = { HOME: "/home/ada" };
	expect(keyFileOf({ ...config, keyFile: "/k" }, { environment })).toBe("/k");
	expect(keyFileOf(config, { environment, file: "/etc/xo/xo.toml" })).toBe(
		"/etc/xo/xo-server.key",
	);
	expect(keyFileOf(config, { environment })).toBe(
		"/home/ada/.config/xo-server/xo-server.key",
	);
});
