import {
	chmod,
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import {
	CONNECTION,
	createSqlite,
	describeEachEngine,
	errorOf,
	USER,
} from "./_util.ts";

const CANARIES = {
	password: "canary-password-7c1f",
	rotated: "canary-rotated-90ab",
	otp: "CANARYOTPJBSWY3DP",
	proxy: "canary-proxy-55de",
};

/** Files below `folder` that hold one of the canaries in clear. */
async function findCanaries(folder: string): Promise<string[]> {
	const files = await readdir(folder, { recursive: true, withFileTypes: true });
	const found: string[] = [];
	for (const file of files) {
		if (!file.isFile()) continue;
		const name = path.join(file.parentPath, file.name);
		const content = await readFile(name);
		const isBad = Object.values(CANARIES).some((text) =>
			[text, Buffer.from(text).toString("base64").slice(0, -4)].some((form) =>
				content.includes(form),
			),
		);
		if (isBad) found.push(name);
	}
	return found;
}

describeEachEngine("secrets at rest", (create) => {
	test("none is readable in any file, while open and when closed", async () => {
		await using database = await create();
		const store = await database.open();
		const { id } = await store.poolConnections.create({
			...CONNECTION,
			password: CANARIES.password,
			httpProxy: `http://user:${CANARIES.proxy}@192.0.2.1:3128`,
		});
		const user = await store.users.create({
			...USER,
			preferences: { otp: CANARIES.otp },
		});
		await store.poolConnections.update(id, { password: CANARIES.rotated });
		await store.users.update(user.id, {
			preferences: { otp: CANARIES.otp, theme: "dark" },
		});
		expect(await findCanaries(database.dataFolder)).toEqual([]);
		await store[Symbol.asyncDispose]();
		expect(await findCanaries(database.dataFolder)).toEqual([]);

		await using again = await database.open();
		expect(again.poolConnections.find(id)?.password).toBe(CANARIES.rotated);
		expect(again.users.find(user.id)?.preferences).toEqual({
			otp: CANARIES.otp,
			theme: "dark",
		});
	});

	test("another key is refused, and the message names the file", async () => {
		await using database = await create();
		await (await database.open())[Symbol.asyncDispose]();
		await using other = await createSqlite();
		await (await other.open())[Symbol.asyncDispose]();
		const error = await errorOf(database.open({ keyFile: other.keyFile }));
		expect(error.code).toBe("wrong-key");
		expect(error.message).toContain(other.keyFile);
	});
});

test("the search finds what is in clear", async () => {
	await using database = await createSqlite();
	await mkdir(database.dataFolder);
	const file = path.join(database.dataFolder, "leak");
	await writeFile(file, `x${CANARIES.otp}x`);
	expect(await findCanaries(database.dataFolder)).toEqual([file]);
});

test("the key and the database are made for their owner alone", async () => {
	await using database = await createSqlite();
	await using _store = await database.open();
	for (const file of [database.keyFile, database.file]) {
		expect((await stat(file)).mode & 0o777).toBe(0o600);
	}
	expect((await stat(`${database.file}-wal`)).mode & 0o777).toBe(0o600);
	expect(await readFile(database.keyFile, "utf8")).toMatch(
		/^xo-store-key-1\n[A-Za-z0-9+/]{43}=\n$/,
	);
	expect(await readdir(path.dirname(database.keyFile))).toEqual(["key"]);
});

test("a key that others can read is refused", async () => {
	await using database = await createSqlite();
	await (await database.open())[Symbol.asyncDispose]();
	await chmod(database.keyFile, 0o640);
	const error = await errorOf(database.open());
	expect(error.code).toBe("insecure-key");
	expect(error.message).toContain(`${database.keyFile} (mode 640): chmod 600`);
	await chmod(database.keyFile, 0o400);
	await (await database.open())[Symbol.asyncDispose]();
});

test("a lost key is an error, not a reason to make another", async () => {
	await using database = await createSqlite();
	await (await database.open())[Symbol.asyncDispose]();
	await rm(database.keyFile);
	const error = await errorOf(database.open());
	expect(error.code).toBe("wrong-key");
	expect(error.message).toContain("is missing");
	expect(await readdir(path.dirname(database.keyFile))).toEqual([]);
});

test("a folder that cannot be made is an error", async () => {
	await using database = await createSqlite();
	const error = await errorOf(database.open({ keyFile: "/proc/xo/a/b.key" }));
	expect(error.code).toBe("unreachable");
	expect(error.message).toContain("/proc/xo/a/b.key cannot be");
});

test("what is not a key file is named", async () => {
	await using database = await createSqlite();
	await mkdir(path.dirname(database.keyFile));
	await writeFile(database.keyFile, "xo-store-key-1\nshort\n", { mode: 0o600 });
	const error = await errorOf(database.open());
	expect(error.code).toBe("wrong-key");
	expect(error.message).toContain(database.keyFile);
});
