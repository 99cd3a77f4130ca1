import type { XoPool } from "@xo/contract";
import { forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { signIn, startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());
const [only] = journey.server.context.objects.ofType("pool");
if (only === undefined) throw new Error("there is no pool");
const pool = only;

/** Machines that run tests are busy. */
function eventually<T>(read: () => T) {
	return expect.poll(read, { timeout: 10_000 });
}

function countOf(type: "host" | "VM" | "SR" | "network"): string {
	return String([...journey.server.context.objects.ofType(type)].length);
}

describe("the page of a pool", () => {
	test("counts what it has and shows its load", async () => {
		const page = await journey.openSignedIn(`/pool/${pool.id}/overview`);
		const region = (name: string) =>
			page.getByRole("region", { name, exact: true });
		await eventually(() => region("Hosts").textContent()).toContain(
			countOf("host"),
		);
		await eventually(() => region("VMs").first().textContent()).toContain(
			countOf("VM"),
		);
		await eventually(() => region("Storage").textContent()).toMatch(
			/used .*iB/,
		);
		await eventually(() => region("SRs").textContent()).toContain(
			countOf("SR"),
		);
		await eventually(() => region("The last minute").textContent()).toMatch(
			/CPU\d/,
		);
		expect(await findViolations(page)).toEqual([]);
	});

	test.each([
		["hosts", "host"],
		["vms", "VM"],
		["storage", "SR"],
		["network", "network"],
	] as const)("lists its %s", async (tab, type) => {
		const page = await journey.openSignedIn(`/pool/${pool.id}/${tab}`);
		await page
			.getByRole("status")
			.filter({ hasText: new RegExp(`^${countOf(type)} `) })
			.first()
			.waitFor();
		expect(await findViolations(page)).toEqual([]);
		await page.context().close();
	});

	test("changes whether VMs start with their hosts", async () => {
		const page = await journey.openSignedIn(`/pool/${pool.id}/advanced`);
		const before = pool.auto_poweron;
		const autoStart = page.getByRole("switch").first();
		await autoStart.press("Space");
		const { objects } = journey.server.context;
		await eventually(() => (objects.find(pool.id) as XoPool).auto_poweron).toBe(
			!before,
		);
		expect(await findViolations(page)).toEqual([]);
	});

	test("gets a tag", async () => {
		const page = await journey.openSignedIn(`/pool/${pool.id}/general`);
		await page.getByRole("button", { name: "Add a tag" }).click();
		await page.getByRole("textbox", { name: "Add a tag" }).fill("lab");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Take off the tag lab" }).waitFor();
	});

	test("is not there for who may not see it", async () => {
		const user = { email: "limited@example.org", password: "limited words" };
		const { users, dispatcher, store, signal } = journey.server.context;
		const id = await users.create(user);
		const page = await journey.open(`/pool/${pool.id}/overview`);
		await signIn(page, user);
		await page
			.getByRole("heading", { level: 1, name: "There is no such object" })
			.waitFor();
		const admin = store.users.findByEmail(TEST_ADMIN.email);
		const call = dispatcher.prepare(
			"acl.add",
			{ subject: id, object: pool.id, action: "viewer" },
			{ user: admin, isAdmin: true, address: "127.0.0.1" },
		);
		await dispatcher.run(call, { signal });
		await page
			.getByRole("heading", { level: 1, name: pool.name_label })
			.waitFor();
	});
});
