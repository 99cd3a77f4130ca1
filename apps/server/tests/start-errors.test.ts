import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "./_run-daemon.ts";

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = new Sandbox();
});
afterEach(() => sandbox[Symbol.dispose]());

async function expectOneLine(
	message: RegExp,
	environment: NodeJS.ProcessEnv = {},
) {
	const { code, stderr } = await sandbox.run([], { environment });
	expect({ code, stderr }).toEqual({
		code: 1,
		stderr: expect.stringMatching(message),
	});
	expect(stderr.trimEnd()).not.toContain("\n");
}

test("the port is in use", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	try {
		const { port } = other.address() as AddressInfo;
		await expectOneLine(
			/^xo-server: http\.listen: cannot listen on 127\.0\.0\.1:\d+: another program listens there/,
			{ XO_SERVER_LISTEN: `127.0.0.1:${port}` },
		);
	} finally {
		other.close();
	}
});

test("the address is not of this machine", async () => {
	await expectOneLine(
		/^xo-server: http\.listen: cannot listen on 192\.0\.2\.1:0: this machine does not have that address/,
		{ XO_SERVER_LISTEN: "192.0.2.1:0" },
	);
});

test("the data folder cannot be made", async () => {
	writeFileSync(sandbox.path("file"), "");
	await expectOneLine(/^xo-server: dataDir: .*file is not a folder\n$/, {
		XO_SERVER_DATA_DIR: sandbox.path("file/data"),
	});
	// Where even the superuser may not write.
	await expectOneLine(
		/^xo-server: dataDir: \/proc\/xo cannot be made or written \(\w+\)/,
		{
			XO_SERVER_DATA_DIR: "/proc/xo",
		},
	);
});

test("another daemon uses the database", async () => {
	await using first = sandbox.start([]);
	await first.listening();
	await expectOneLine(
		/^xo-server: the database .*xo-server\.db is in use by another process/,
	);
	const ended = await sandbox.run(["setup", "--email", "ada@example.org"], {
		input: "correct horse\n",
	});
	expect(ended).toMatchObject({ code: 1, stdout: "" });
	expect(ended.stderr).toMatch(/^xo-server: the database .* is in use/);
});

test("the key is lost or wrong", async () => {
	await sandbox.run(["setup", "--email", "ada@example.org"], {
		input: "correct horse",
	});
	const key = sandbox.path(".config/xo-server/xo-server.key");
	rmSync(key);
	await expectOneLine(/^xo-server: the key file .* is missing/);
	writeFileSync(key, "junk", { mode: 0o600 });
	await expectOneLine(/^xo-server: .*xo-server\.key is not a key file/);
	writeFileSync(
		key,
		`xo-store-key-1\n${Buffer.alloc(32).toString("base64")}\n`,
	);
	await expectOneLine(
		/^xo-server: the key file .* is not the one that encrypted/,
	);
});
