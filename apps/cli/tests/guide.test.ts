import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { forAllTests, startTestPool, startTestServer } from "@xo/testing";
import { expect, it } from "vitest";
import { CliHome } from "./_run-cli.ts";

const GUIDE = fileURLToPath(new URL("../../../docs/guide", import.meta.url));
const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

const pool = await forAllTests(startTestPool({ vms: 20 }));
const server = await forAllTests(startTestServer());
// As that of the demo, which the guide is about.
await server.context.users.create({
	email: "admin@admin.net",
	password: "admin",
	permission: "admin",
});
const home = await forAllTests(CliHome.create());
await writeFile(
	home.path("xo-cli"),
	`#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`,
	{ mode: 0o700 },
);

/** What a page tells to run, with the addresses of this test. */
function scriptOf(page: string): string {
	const blocks = readFileSync(path.join(GUIDE, page), "utf8").matchAll(
		/^```sh\n(.*?)^```$/gms,
	);
	return [...blocks]
		.map(([, block]) => block)
		.join("\n")
		.replaceAll("http://127.0.0.1:8080", server.url)
		.replace(/^POOL=.*$/m, `POOL=${new URL(pool.url).host}`)
		.replace(/^FINGERPRINT=.*$/m, `FINGERPRINT=${pool.fingerprint}`);
}

async function run(script: string): Promise<string> {
	const child = spawn("bash", ["-euo", "pipefail", "-x"], {
		env: {
			PATH: `${home.folder}:${process.env.PATH}`,
			HOME: home.folder,
		},
		stdio: ["pipe", "pipe", "pipe"],
	});
	child.stdin.end(script);
	const exit = once(child, "exit");
	const [out, err] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
	]);
	expect({ exit: await exit, tail: err.slice(-1500) }).toMatchObject({
		exit: [0, null],
	});
	return out;
}

it("first-pool.md does what it says", { timeout: 180_000 }, async () => {
	const out = await run(scriptOf("first-pool.md"));
	expect(out).toMatch(/lab .* connect(ing|ed) /);
	expect(out).toContain("xcp-");
});

it.each(["cli.md", "rest.md", "permissions.md"])(
	"%s does what it says",
	{ timeout: 180_000 },
	async (page) => {
		if (server.context.store.poolConnections.list().length === 0) {
			await server.connect(pool);
		}
		const out = await run(scriptOf(page));
		expect(out).not.toBe("");
		expect(out).not.toMatch(/^null$/m);
	},
);

it("every page is in the table of contents, and no link is broken", () => {
	const pages = readdirSync(GUIDE);
	const contents = readFileSync(path.join(GUIDE, "README.md"), "utf8");
	for (const page of pages) {
		if (page !== "README.md") expect(contents).toContain(`](${page})`);
		const links = readFileSync(path.join(GUIDE, page), "utf8").matchAll(
			/\]\((?!https?:)([^)#]+)/g,
		);
		for (const [, link = ""] of links) {
			expect(() => readFileSync(path.join(GUIDE, link))).not.toThrow();
		}
	}
});
