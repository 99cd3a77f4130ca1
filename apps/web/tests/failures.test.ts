import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { forAllTests, launchChromium, startTestServer } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { findViolations } from "./_axe.ts";
import { opener, signIn, startJourney } from "./_journey.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const journey = await forAllTests(startJourney());

function vmIn(state: string) {
	const { objects } = journey.server.context;
	const found = [...objects.ofType("VM")].find(
		({ power_state }) => power_state === state,
	);
	if (found === undefined) throw new Error(`no VM is ${state}`);
	return found;
}

/** Renamed in the pool, by somebody else. */
function renameInPool(uuid: string, name_label: string): void {
	const { db } = journey.pool;
	const ref = db.refs("VM").find((each) => db.find("VM", each)?.uuid === uuid);
	if (ref === undefined) throw new Error(`no VM ${uuid}`);
	db.update("VM", ref, { name_label });
}

const nameCell = (page: Page, name: string) =>
	page.getByRole("grid").getByRole("link", { name, exact: true });

// Before those that delay every call: faults are taken in their order.
test("an action that the host refuses is taken back, with its message", async () => {
	const { pool } = journey;
	const vm = vmIn("Running");
	const page = await journey.openSignedIn(`/vm/${vm.id}/general`);
	const edit = page.getByRole("button", { name: "Edit: Name" });
	await edit.click();
	pool.faults.failCalls("VM.set_name_label", [
		"OPERATION_NOT_ALLOWED",
		"no new names today",
	]);
	const field = page.getByRole("textbox", { name: "Name" });
	await field.fill("never");
	await field.press("Enter");
	const alert = page.getByRole("alert").filter({ hasText: "not saved" });
	await alert.waitFor();
	await page.getByRole("heading", { level: 1, name: vm.name_label }).waitFor();
	expect(await page.getByText("never", { exact: true }).count()).toBe(0);

	pool.faults.failCalls("VM.clean_reboot", [
		"VM_BAD_POWER_STATE",
		"ref",
		"Running",
		"Halted",
	]);
	await page.getByRole("button", { name: "Reboot" }).click();
	await page
		.getByRole("alert")
		.filter({ hasText: /^.*Reboot: / })
		.waitFor();
	await page.getByText("Running", { exact: true }).first().waitFor();
	await page.getByRole("button", { name: /notification/ }).click();
	const list = page.getByRole("dialog", { name: "Notifications" });
	await list.getByText(/Reboot: /).waitFor();
	await page.context().close();
});

test("a lost pool is told at once; what changed meanwhile is there after", async () => {
	const { pool } = journey;
	const page = await journey.openSignedIn("/vms");
	const vm = vmIn("Halted");
	await nameCell(page, vm.name_label).waitFor();
	const isBack = Promise.withResolvers<void>();
	pool.faults.delayCalls("*", isBack.promise, 10_000);
	pool.faults.dropConnections();
	const banner = page
		.getByRole("alert")
		.filter({ hasText: "No connection to the pool test pool" });
	await banner.waitFor();
	expect(await findViolations(page)).toEqual([]);
	renameInPool(vm.uuid, "while away");
	// The page was not loaded anew: it keeps what it was given.
	await page.evaluate(() => Object.assign(globalThis, { isKept: true }));
	isBack.resolve();
	await banner.waitFor({ state: "hidden", timeout: 30_000 });
	await nameCell(page, "while away").waitFor();
	expect(await nameCell(page, vm.name_label).count()).toBe(0);
	expect(await page.evaluate(() => "isKept" in globalThis)).toBe(true);
	await page.context().close();
});

test("a daemon that is restarted is waited for, without loading the page", async () => {
	const folder = await mkdtemp(path.join(tmpdir(), "xo-restart-"));
	const browser = await launchChromium();
	let server = await startTestServer({ dataDir: folder });
	try {
		await server.connect(journey.pool);
		const page = await opener(browser, server.url)("/vms");
		await signIn(page);
		const search = page.getByRole("combobox", { name: /^Search:/ });
		await search.fill("power_state:Running");
		await page.waitForURL(/power_state/);
		await page.evaluate(() => Object.assign(globalThis, { isKept: true }));
		const { host } = new URL(server.url);
		await server[Symbol.asyncDispose]();
		await page.getByRole("alert").getByText("Connection lost").waitFor();
		const running = vmIn("Running");
		renameInPool(running.uuid, "renamed meanwhile");
		server = await startTestServer({
			dataDir: folder,
			config: { http: { listen: host } },
		});
		await page.getByRole("alert").waitFor({ state: "hidden", timeout: 30_000 });
		await nameCell(page, "renamed meanwhile").waitFor({ timeout: 30_000 });
		expect(await nameCell(page, running.name_label).count()).toBe(0);
		expect(await search.inputValue()).toBe("power_state:Running");
		expect(await page.evaluate(() => "isKept" in globalThis)).toBe(true);
	} finally {
		await browser.close();
		await server[Symbol.asyncDispose]();
		await rm(folder, { recursive: true, force: true });
	}
});

// The last: the pool has another master afterwards.
test("statistics of a host that does not answer are told as such", async () => {
	const { pool } = journey;
	const { db } = pool;
	const [master] = db.refs("pool").map((ref) => db.get("pool", ref).master);
	const vm = [...journey.server.context.objects.ofType("VM")].find(
		({ power_state, $container }) =>
			power_state === "Running" &&
			$container === db.get("host", String(master)).uuid,
	);
	const page = await journey.openSignedIn(`/vm/${vm?.id}/overview`);
	await page.getByRole("heading", { level: 1, name: vm?.name_label }).waitFor();
	await pool.faults.killMaster();
	await page.getByRole("link", { name: "Statistics" }).click();
	await page
		.getByRole("heading", { name: "The statistics could not be read" })
		.waitFor({ timeout: 30_000 });
	await pool.faults.reviveHost(String(master) as never);
	const chart = page.getByRole("group", { name: /^CPU, / });
	await expect
		.poll(
			async () => {
				const again = page.getByRole("button", { name: "Try again" });
				if ((await again.count()) > 0) await again.click();
				return (await chart.count()) > 0;
			},
			{ timeout: 30_000, interval: 1_000 },
		)
		.toBe(true);
	await page.context().close();
});
