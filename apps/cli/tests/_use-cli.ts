import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type FakeServer, startFakeServer } from "./_fake-server.ts";
import { CliHome, type CliResult } from "./_run-cli.ts";

interface Cli {
	/** That of the running test. */
	readonly server: FakeServer;
	/** The same for all tests of the file. */
	readonly home: CliHome;
	/** Runs the CLI, signed in to the server. */
	run(...args: string[]): Promise<CliResult>;
}

/** Gives each test a fake server of its own, prepared by `prepare`. */
export function useCli(prepare: (server: FakeServer) => void = () => {}): Cli {
	let server: FakeServer;
	let home: CliHome;
	beforeAll(async () => {
		home = await CliHome.create();
	});
	afterAll(() => home[Symbol.asyncDispose]());
	beforeEach(async () => {
		server = await startFakeServer();
		prepare(server);
	});
	afterEach(() => server[Symbol.asyncDispose]());
	return {
		get server() {
			return server;
		},
		get home() {
			return home;
		},
		run: (...args) => home.run(["--url", server.urlWithToken, ...args]),
	};
}
