import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { startRestStack } from "./_rest.ts";

const run = promisify(execFile);
const CREDENTIAL = ["-u", `${TEST_ADMIN.email}:${TEST_ADMIN.password}`];

const stack = await forAllTests(startRestStack({ hosts: 1, vms: 6 }));

/** The body and, on the last line, the status. */
async function curl(path: string, ...flags: string[]) {
	const url = `${stack.server.url}/rest/v0${path}`;
	const { stdout } = await run("curl", [
		...["-sS", "-g", "-w", "\n%{http_code}"],
		...CREDENTIAL,
		...flags,
		url,
	]);
	const end = stdout.lastIndexOf("\n");
	return { body: stdout.slice(0, end), status: Number(stdout.slice(end + 1)) };
}

describe("curl", () => {
	it("lists and filters", async () => {
		const all = await curl("/vms");
		expect(all.status).toBe(200);
		const hrefs = JSON.parse(all.body);
		expect(hrefs[0]).toMatch(/^\/rest\/v0\/vms\//);
		const query = "filter=power_state:Running&fields=name_label,power_state";
		const { body } = await curl(`/vms?${query}&ndjson=true`);
		const lines = body.trimEnd().split("\n");
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines) {
			expect(JSON.parse(line).power_state).toBe("Running");
		}
	});

	it("pauses a VM and waits", async () => {
		const query = "filter=power_state:Running&fields=id&limit=1";
		const [{ id }] = JSON.parse((await curl(`/vms?${query}`)).body);
		const url = `/vms/${id}/actions`;
		const paused = await curl(`${url}/pause?sync=true`, "-X", "POST");
		expect(paused).toEqual({ body: "", status: 204 });
		const json = ["-H", "content-type: application/json", "-d", "{}"];
		const back = await curl(`${url}/unpause`, ...json);
		expect(back.status).toBe(202);
		const { taskId } = JSON.parse(back.body);
		const task = await curl(`/tasks/${taskId}?wait=true`);
		expect(JSON.parse(task.body).status).toBe("success");
	});

	it("is told of bad bodies", async () => {
		const bad = await curl("/users", "-d", "name=x");
		expect(bad.status).toBe(415);
		const json = ["-H", "content-type: application/json"];
		const malformed = await curl("/users", ...json, "-d", "{");
		expect(malformed.status).toBe(400);
		const none = await curl("/users", ...json, "-d", "{}");
		expect(none.status).toBe(422);
	});

	it("follows the redirect of me with its credential", async () => {
		const { body } = await curl("/users/me", "-L");
		expect(JSON.parse(body).email).toBe(TEST_ADMIN.email);
	});

	it("watches tasks, a line each", async () => {
		const url = `${stack.server.url}/rest/v0/tasks?ndjson=true&watch=true&fields=id,status`;
		const child = spawn("curl", ["-sN", ...CREDENTIAL, url]);
		let text = "";
		child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
			text += chunk;
		});
		const { tasks } = stack.server.context;
		const started = async () => {
			await tasks.run({ name: "seen", type: "x" }, async () => 1);
			return text;
		};
		await expect.poll(started).toContain('["update",{');
		await expect.poll(() => text).toContain('"status":"success"');
		const [first = ""] = text.split("\n");
		expect(JSON.parse(first)[1]).toHaveProperty("id");
		child.kill();
		await once(child, "exit");
	});

	it("reads events", async () => {
		const url = `${stack.server.url}/rest/v0/events`;
		const child = spawn("curl", ["-sN", ...CREDENTIAL, url]);
		const [chunk] = await once(child.stdout, "data");
		expect(String(chunk)).toMatch(/^event: init\ndata: \{"id":"[\w-]+"\}\n\n/);
		child.kill();
		await once(child, "exit");
	});
});
