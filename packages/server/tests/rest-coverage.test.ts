import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Rest, type RestStack, startRestStack } from "./_rest.ts";

interface Endpoint {
	readonly method: string;
	readonly path: string;
	readonly kind: "item" | "collection" | "action" | "stream";
	readonly access: string;
}

/** What comes with later versions, so that nothing is forgotten silently;
 *  docs/compatibility.md names the same. */
const NOT_SERVED: readonly RegExp[] = [
	/\/acl-(roles|privileges)/,
	/\/backup/,
	/\/restore[-/]/,
	/ \/(proxies|schedules)/,
	/ \/plugins\//,
	/ \/mcp\/status/,
	/\/dashboard$/,
	/\/stats\/data_source\//,
	/\.(\{format\}|txt|tgz)$/,
	/\/smt$/,
	/^POST \/pools\/\{id\}\/actions\/(?!create_vm$)/,
	/^POST \/srs\/\{id\}\/actions\/reclaim_space$/,
	/^POST \/(srs|networks)$/,
	/^DELETE \/networks\/\{id\}$/,
	/^POST \/pools\/\{id\}\/vms$/,
	/^POST \/srs\/\{id\}\/vdis$/,
];

/** What passes validation, where an empty body does not. */
const bodies: Readonly<Record<string, unknown>> = {
	"/hosts/{id}/actions/management_reconfigure": { pif: "x" },
	"/vdis/{id}/actions/migrate": { srId: "x" },
	"/vms/{id}/actions/migrate": { hostId: "x" },
	"/vms/{id}/actions/revert_snapshot": { snapshotId: "x" },
};

const DESCRIBED_ELSEWHERE = new Set(["/", "/events", "/docs"]);

const { endpoints } = readEndpoints();
const served = endpoints.filter((endpoint) => !isLater(endpoint));

function readEndpoints(): { readonly endpoints: readonly Endpoint[] } {
	const file = path.join(DATA_DIR, "reference/xo-rest-endpoints.json");
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return { endpoints: [] };
	}
}

function isLater({ method, path: url }: Endpoint): boolean {
	return NOT_SERVED.some((pattern) => pattern.test(`${method} ${url}`));
}

/** Endpoints that list, of which `{id}` is of the collection before it. */
const lists = served.filter(
	({ method, kind, path: url }) =>
		method === "GET" && kind === "collection" && !url.endsWith("_tokens"),
);
const topLists = lists.filter(({ path: url }) => !url.includes("{"));
const subLists = lists.filter(({ path: url }) => url.includes("{id}"));
const items = served.filter(
	({ method, path: url }) => method === "GET" && url.endsWith("/{id}"),
);
const others = served.filter(
	(endpoint) =>
		!lists.includes(endpoint) &&
		!items.includes(endpoint) &&
		!DESCRIBED_ELSEWHERE.has(endpoint.path) &&
		endpoint.access !== "public",
);

describeWithData("endpoints of REST", () => {
	let stack: RestStack;
	let admin: Rest;
	let nobody: Rest;
	const rowsOf = (list: readonly Endpoint[]) =>
		list.map(({ method, path: url }) => [method, url] as const);
	const collectionOf = (url: string) => url.split("/")[1] ?? "";
	const idIn = async (collection: string) => {
		const { body } = await admin("GET", `/${collection}?fields=id&limit=1`);
		return body[0]?.id as string | undefined;
	};
	const urlOf = (template: string, id: string) =>
		template.replace("{id}", encodeURIComponent(id)).replace(/\{\w+\}/g, "x");

	beforeAll(async () => {
		stack = await startRestStack({ hosts: 2, vms: 20 });
		admin = stack.admin;
		nobody = (await stack.addUser()).rest;
		await admin("POST", "/groups", { body: { name: "one" } });
		const [vm] = (await admin("GET", "/vms?fields=id")).body;
		await admin("POST", `/vms/${vm.id}/actions/snapshot?sync=true`);
	});
	afterAll(() => stack?.[Symbol.asyncDispose]());

	it.each(rowsOf(topLists))("%s %s lists", async (_, url) => {
		expect((await stack.anonymous("GET", url)).status).toBe(401);
		const hrefs = await admin("GET", url);
		expect(hrefs.status).toBe(200);
		expect(hrefs.headers.get("content-type")).toMatch(/^application\/json/);
		for (const href of hrefs.body) expect(href).toContain(`/rest/v0${url}/`);
		const whole = await admin("GET", `${url}?fields=*`);
		expect(whole.body.map(({ href }: { href: string }) => href)).toEqual(
			hrefs.body,
		);
		const seen = await nobody("GET", url);
		expect(seen.status).toBe(200);
		// Only oneself.
		expect(seen.body).toHaveLength(url === "/users" ? 1 : 0);
	});

	it.each(rowsOf(items))("%s %s reads", async (_, template) => {
		const collection = collectionOf(template);
		const missing = await admin("GET", urlOf(template, "no-such-id"));
		expect(missing.status).toBe(404);
		expect(missing.body.error).toMatch(/^no such \S+ no-such-id$/);
		expect(missing.body.data).toMatchObject({ id: "no-such-id" });
		const id = await idIn(collection);
		if (id === undefined) return;
		const url = urlOf(template, id);
		expect((await stack.anonymous("GET", url)).status).toBe(401);
		const item = await admin("GET", url);
		expect(item.status).toBe(200);
		expect(item.body.id).toBe(id);
		expect(item.body).not.toHaveProperty("href");
		const refused = await nobody("GET", url);
		expect(refused.status).toBe(404);
		expect(refused.text.replaceAll(id, "no-such-id")).toBe(missing.text);
	});

	it.each(rowsOf(subLists))("%s %s lists", async (_, template) => {
		const missing = await admin("GET", urlOf(template, "no-such-id"));
		expect(missing.status).toBe(404);
		const id = await idIn(collectionOf(template));
		if (id === undefined) return;
		const url = urlOf(template, id);
		expect((await stack.anonymous("GET", url)).status).toBe(401);
		const list = await admin("GET", url);
		expect(list.status).toBe(200);
		const target = template.split("/").at(-1);
		for (const href of list.body) {
			expect(href).toMatch(/^\/rest\/v0\/[\w-]+\/[^/]+$/);
			if (target !== "vdis") expect(href).toContain(`/${target}/`);
		}
		expect((await nobody("GET", url)).status).toBe(404);
	});

	it.each(rowsOf(others))("%s %s wants rights", async (method, template) => {
		const url = urlOf(template, "no-such-id");
		const body = bodies[template] ?? (method === "GET" ? undefined : {});
		expect((await stack.anonymous(method, url, { body })).status).toBe(401);
		if (url === "/tasks") return;
		const answer = await admin(method, url, { body });
		expect([201, 403, 404, 422]).toContain(answer.status);
		if (answer.status === 404) {
			expect(answer.body.error).toMatch(/^no such /);
		}
		const refused = await nobody(method, url, { body });
		expect([201, 403, 404, 422]).toContain(refused.status);
	});

	it.each(rowsOf(endpoints.filter(isLater)))(
		"%s %s comes later",
		async (method, template) => {
			const id = (await idIn(collectionOf(template))) ?? "x";
			const body = method === "GET" ? undefined : {};
			const answer = await admin(method, urlOf(template, id), { body });
			expect(answer.status).toBe(404);
		},
	);

	it("knows every endpoint", () => {
		expect(endpoints.length).toBeGreaterThan(280);
		expect(topLists.length).toBeGreaterThanOrEqual(22);
	});
});
