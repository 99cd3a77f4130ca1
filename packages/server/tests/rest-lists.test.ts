import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 2, vms: 30 }));
const admin = stack.admin;

async function errorOf(query: string, status: number): Promise<unknown> {
	const answer = await admin("GET", `/vms?${query}`);
	expect(answer.status).toBe(status);
	return answer.body;
}

describe("lists of REST", () => {
	it("gives the wanted properties and the href", async () => {
		const { body } = await admin("GET", "/vms?fields=name_label,CPUs,nope");
		const truth = (await admin("GET", "/vms?fields=*")).body;
		expect(body).toEqual(
			truth.map(({ name_label, CPUs, href }: Record<string, unknown>) => ({
				name_label,
				CPUs,
				href,
			})),
		);
	});

	it("gives whole items as they are read one by one", async () => {
		const [first] = (await admin("GET", "/vms?fields=*&limit=1")).body;
		const { href, ...item } = first;
		const alone = await admin("GET", href.replace("/rest/v0", ""));
		expect(alone.body).toEqual(item);
	});

	it("never gives inherited properties", async () => {
		const names = "__proto__,constructor,toString,href,id";
		const [vm] = (await admin("GET", `/vms?fields=${names}&limit=1`)).body;
		expect(Object.keys(vm)).toEqual(["id", "href"]);
	});

	it("writes any name", async () => {
		const { context } = stack.server;
		const [vm] = [...context.objects.ofType("VM")];
		const name = 'a "quote" \\ \n tab\t é 漢 😀 \ud800 </script>';
		const id = String(vm?.id);
		await admin("PATCH", `/vms/${id}`, { body: { nameLabel: name } });
		const read = async () => {
			const query = `fields=name_label&filter=id:${id}`;
			return (await admin("GET", `/vms?${query}`)).body[0].name_label;
		};
		// A lone half of a pair does not survive the way to the pool.
		await expect.poll(read).toMatch(/^a "quote" \\ \n tab\t é 漢 😀 /);
	});

	it("filters", async () => {
		const all = (await admin("GET", "/vms?fields=id,power_state")).body;
		const running = await admin("GET", "/vms?filter=power_state:Running");
		const expected = all.filter(
			(vm: { power_state: string }) => vm.power_state === "Running",
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(running.body).toEqual(
			expected.map(({ href }: { href: string }) => href),
		);
	});

	it("limits after the filter", async () => {
		const query = "filter=power_state:Running&fields=power_state&limit=2";
		const { body } = await admin("GET", `/vms?${query}`);
		expect(body).toHaveLength(2);
		for (const vm of body) expect(vm.power_state).toBe("Running");
		expect((await admin("GET", "/vms?limit=0")).body).toEqual([]);
	});

	it("tells what is wrong with a filter", async () => {
		expect(await errorOf("filter=((", 400)).toEqual({
			error: expect.stringMatching(/^parse error: /),
			data: { stringToParse: "((", column: expect.any(Number) },
		});
		await errorOf(`filter=${"a".repeat(10_001)}`, 422);
	});

	it.each([
		["limit=abc", "limit", "invalid float number"],
		["limit=", "limit", "invalid float number"],
		["ndjson", "ndjson", "invalid boolean value"],
		["ndjson=1", "ndjson", "invalid boolean value"],
		["ndjson=true&markdown=true", "markdown", expect.any(String)],
		["fields=a&fields=b", "fields", expect.any(String)],
		["feilds=a", "feilds", "unknown query parameter"],
	])("refuses %s", async (query, name, message) => {
		expect(await errorOf(query, 422)).toEqual({
			error: { [name]: { message, value: expect.anything() } },
			data: {},
		});
	});

	it("takes booleans in any case", async () => {
		const { headers } = await admin("GET", "/vms?ndjson=TRUE&markdown=False");
		expect(headers.get("content-type")).toMatch(/^application\/x-ndjson/);
	});

	it("sends one value a line", async () => {
		const hrefs = await admin("GET", "/vms?ndjson=true");
		const lines = hrefs.text.trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line))).toEqual(
			(await admin("GET", "/vms")).body,
		);
		const whole = await admin("GET", "/vms?fields=*&ndjson=true");
		expect(whole.text.endsWith("}\n")).toBe(true);
		expect(whole.text.trimEnd().split("\n")).toHaveLength(lines.length);
		const none = await admin("GET", "/vms?filter=id:nope&ndjson=true");
		expect(none.text).toBe("");
	});

	it("draws a table", async () => {
		const query = "fields=name_label,power_state&markdown=true&limit=3";
		const { headers, text } = await admin("GET", `/vms?${query}`);
		expect(headers.get("content-type")).toMatch(/^text\/markdown/);
		const lines = text.trimEnd().split("\n");
		expect(lines).toHaveLength(5);
		expect(lines[0]).toBe("| name_label | power_state | href |");
	});

	it("spreads long lists over many chunks", async () => {
		const { context } = stack.server;
		const tasks = Array.from({ length: 200 }, (_, index) =>
			context.tasks.run(
				{ name: `task ${index} é`, type: "x", params: "y".repeat(9_000) },
				async () => index,
			),
		);
		await Promise.all(tasks);
		const { body } = await admin("GET", "/tasks?fields=*&filter=type:x");
		expect(body).toHaveLength(0);
		const all = await admin("GET", "/tasks?fields=*&filter=properties:type:x");
		expect(all.text.length).toBeGreaterThan(1_800_000);
		expect(all.body).toHaveLength(200);
		const names = all.body.map(
			({ properties }: { properties: { name: string } }) => properties.name,
		);
		expect(new Set(names).size).toBe(200);
	});

	it("answers HEAD and OPTIONS", async () => {
		const head = await admin("HEAD", "/vms?fields=*");
		expect([head.status, head.text]).toEqual([200, ""]);
		expect((await admin("HEAD", "/vms/nope")).status).toBe(404);
		const options = await admin("OPTIONS", "/vms/x/tags/y");
		expect([options.status, options.text]).toEqual([200, "DELETE,PUT"]);
		expect(options.headers.get("allow")).toBe("DELETE,PUT");
		const item = await stack.anonymous("OPTIONS", "/vms/x");
		expect(item.headers.get("allow")).toBe("DELETE,GET,HEAD,PATCH");
	});

	it("leads from me to oneself", async () => {
		const { id, rest } = await stack.addUser("me@example.org");
		const redirect = await rest("GET", "/users/me?fields=x");
		expect(redirect.status).toBe(307);
		expect(redirect.headers.get("location")).toBe(
			`/rest/v0/users/${id}?fields=x`,
		);
		const below = await rest("POST", "/users/me/authentication_tokens");
		expect(below.status).toBe(307);
		expect((await stack.anonymous("GET", "/users/me")).status).toBe(401);
	});

	it("answers unknown paths with 404 and JSON", async () => {
		const answer = await stack.anonymous("GET", "/unicorns?x=1");
		expect(answer.status).toBe(404);
		expect(answer.body).toEqual({ error: "Cannot GET /rest/v0/unicorns" });
		expect((await admin("PUT", "/vms")).status).toBe(404);
	});

	it("keeps odd ids in one piece", async () => {
		for (const id of ["a%2Fb", "..%2F..%2Fusers", "%00", "%E9"]) {
			const { status } = await admin("GET", `/vms/${id}`);
			expect([400, 404]).toContain(status);
		}
	});

	it("shows what a user may view, as soon as it may", async () => {
		const { id, rest } = await stack.addUser("viewer@example.org");
		const [vm] = (await admin("GET", "/vms?fields=id")).body;
		expect((await rest("GET", "/vms")).body).toEqual([]);
		await stack.setRole("add", id, vm.id);
		expect((await rest("GET", "/vms?fields=id")).body).toEqual([vm]);
		expect((await rest("GET", `/vms/${vm.id}`)).status).toBe(200);
		const refused = await rest("POST", `/vms/${vm.id}/actions/pause`);
		expect(refused.body.data.missingPrivileges).toEqual([
			{ resource: "vm", action: "pause", objectId: vm.id },
		]);
		await stack.setRole("remove", id, vm.id);
		expect((await rest("GET", "/vms")).body).toEqual([]);
	});
});
