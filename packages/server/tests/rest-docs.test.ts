import { Validator } from "@seriousme/openapi-schema-validator";
import { forAllTests, launchChromium } from "@xo/testing";
import fastify from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createRestApp } from "../src/rest/rest-app.ts";
import { RouteTable } from "../src/rest/route-table.ts";
import { startRestStack } from "./_rest.ts";

/** Pages and redirects, no operations. */
const UNDOCUMENTED = /^\w+ \/(docs.*|users\/me.*)?$/;

const stack = await forAllTests(startRestStack({ hosts: 1, vms: 2 }));
const answer = await stack.anonymous("GET", "/docs/swagger.json");
expect(answer.status).toBe(200);
const document = answer.body;

async function listRoutes(): Promise<string[]> {
	using added = vi.spyOn(RouteTable.prototype, "add");
	await using app = fastify();
	await app.register(createRestApp(stack.server.context));
	await app.ready();
	return added.mock.calls
		.flatMap(([methods, path]) =>
			methods.map((name) => `${name} ${path.replace(/:(\w+)/g, "{$1}")}`),
		)
		.filter((route) => !UNDOCUMENTED.test(route))
		.sort();
}

function documented(): string[] {
	return Object.entries(document.paths as Record<string, object>)
		.flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
		)
		.sort();
}

function* refsOf(value: unknown): Generator<string> {
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		if (key === "$ref" && typeof inner === "string") yield inner;
		else yield* refsOf(inner);
	}
}

describe("the OpenAPI document", () => {
	it("is valid", async () => {
		const result = await new Validator().validate(document);
		expect(result.errors ?? []).toEqual([]);
		expect(result.valid).toBe(true);
		expect(document.openapi).toBe("3.1.0");
	});

	it("tells of every route, and of no other", async () => {
		expect(documented()).toEqual(await listRoutes());
	});

	it("names each operation once", () => {
		const ids = Object.values(document.paths as Record<string, object>)
			.flatMap((methods) => Object.values(methods))
			.map(({ operationId }: { operationId: string }) => operationId);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("refers to what is there", () => {
		const names = Object.keys(document.components.schemas);
		expect(names).toEqual(expect.arrayContaining(["XoVm", "XoHost", "Error"]));
		for (const ref of new Set(refsOf(document))) {
			expect(names.map((name) => `#/components/schemas/${name}`)).toContain(
				ref,
			);
		}
		expect(document.components.schemas.XoVm.properties).toHaveProperty(
			"power_state",
		);
	});
});

describe("the page of the OpenAPI document", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser?.close());

	it("shows every tag, within the security policy", async () => {
		const problems: string[] = [];
		const page = await browser.newPage();
		page.on("console", (message) => {
			if (message.type() === "error") problems.push(message.text());
		});
		page.on("pageerror", ({ message }) => problems.push(message));
		page.on("requestfailed", (request) => problems.push(request.url()));
		await page.goto(`${stack.server.url}/rest/v0`);
		expect(page.url()).toBe(`${stack.server.url}/rest/v0/docs`);
		const tag = page.getByRole("link", { name: "vms", exact: true });
		await tag.waitFor();
		await tag.click();
		await page.getByText("/vms/{id}/actions/clean_shutdown").waitFor();
		expect(problems).toEqual([]);
	});
});
