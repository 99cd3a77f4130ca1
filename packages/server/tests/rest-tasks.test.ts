import { once } from "node:events";
import { request } from "node:http";
import { basicOf, forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 1, vms: 2 }));
const admin = stack.admin;

/** A task that runs until it is aborted. */
function startEndless(userId: string) {
	return stack.server.context.tasks.start(
		{ name: "endless", type: "x", userId },
		async ({ signal }) => {
			await new Promise((_, reject) => {
				signal.addEventListener("abort", () => reject(signal.reason));
			});
		},
	);
}

describe("tasks of REST", () => {
	it("lets the owner and administrators see, abort and delete", async () => {
		const owner = await stack.addUser();
		const other = await stack.addUser();
		const { id } = await startEndless(owner.id);
		const url = `/tasks/${id}`;
		const abort = `${url}/actions/abort?sync=true`;
		for (const [method, path] of [
			["GET", url],
			["GET", `${url}?wait=true`],
			["POST", abort],
			["DELETE", url],
		] as const) {
			const { status, body } = await other.rest(method, path);
			expect([status, body]).toEqual([
				404,
				{ error: `no such task ${id}`, data: { id, type: "task" } },
			]);
		}
		expect((await other.rest("GET", "/tasks")).body).not.toContain(
			`/rest/v0${url}`,
		);
		expect((await owner.rest("GET", "/tasks")).body).toContain(
			`/rest/v0${url}`,
		);
		expect((await owner.rest("DELETE", url)).status).toBe(409);
		const waiting = owner.rest("GET", `${url}?wait=true`);
		expect((await owner.rest("POST", abort)).status).toBe(204);
		expect((await waiting).body).toMatchObject({
			status: "failure",
			abortionRequestedAt: expect.any(Number),
		});
		expect((await owner.rest("POST", abort)).status).toBe(409);
		expect((await owner.rest("DELETE", url)).status).toBe(204);
		expect((await admin("GET", url)).status).toBe(404);
	});

	it("deletes all ended tasks that the caller may delete", async () => {
		const owner = await stack.addUser();
		const { tasks } = stack.server.context;
		const options = { name: "done", type: "x" };
		await tasks.run({ ...options, userId: owner.id }, async () => 1);
		await tasks.run(options, async () => 2);
		const running = await startEndless(owner.id);
		expect((await owner.rest("DELETE", "/tasks")).status).toBe(204);
		expect((await owner.rest("GET", "/tasks")).body).toEqual([
			`/rest/v0/tasks/${running.id}`,
		]);
		const left = await admin("GET", "/tasks?filter=properties:name:done");
		expect(left.body).toHaveLength(1);
		await tasks.abort(running.id);
	});

	it("refuses bad ways to wait and watch", async () => {
		expect((await admin("GET", "/tasks?watch=true")).status).toBe(422);
		const { id } = await startEndless(stack.server.adminId);
		const url = `/tasks/${id}`;
		expect((await admin("GET", `${url}?wait=result`)).status).toBe(422);
		await stack.server.context.tasks.abort(id);
	});

	it("watches own tasks only, and forgets readers that leave", async () => {
		const owner = await stack.addUser();
		const url = `${stack.server.url}/rest/v0/tasks?ndjson=true&watch=true&fields=*`;
		const authorization = basicOf(TEST_ADMIN);
		const outgoing = request(url, { headers: { authorization } }).end();
		const [response] = await once(outgoing, "response");
		response.setEncoding("utf8");
		let text = "";
		response.on("data", (chunk: string) => {
			text += chunk;
		});
		const { tasks } = stack.server.context;
		const task = { name: "watched", type: "x", userId: owner.id };
		const { id, ended } = await tasks.start(task, async () => 1);
		await ended;
		await tasks.delete(id);
		await expect.poll(() => text).toContain(`["remove",{"id":"${id}"}]`);
		const lines = text.trimEnd().split("\n");
		const [, first] = JSON.parse(lines[0] ?? "");
		expect(first).toMatchObject({ id, status: "pending" });
		expect(first.href).toBe(`/rest/v0/tasks/${id}`);
		const gone = new Promise((resolve) => response.on("close", resolve));
		response.on("error", () => undefined);
		outgoing.destroy();
		await gone;
		await tasks.run(task, async () => 2);
	});
});
