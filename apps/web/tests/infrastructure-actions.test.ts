import type { XoHost, XoPool } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, test, vi } from "vitest";
import { chooseInMenu, confirm, eventually, pick } from "./_act.ts";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

vi.setConfig({ testTimeout: 60_000 });

const journey = await forAllTests(startJourney({ hosts: 3, timeScale: 0.05 }));

const objects = () => journey.server.context.objects;
const host = (id: string) => objects().find(id) as XoHost;

function emptyMember(): XoHost {
	const pool: XoPool = pick(objects().ofType("pool"), "pool");
	return pick(
		objects().ofType("host"),
		"host without VMs",
		({ id, power_state, residentVms, controlDomain }) =>
			id !== pool.master &&
			power_state === "Running" &&
			residentVms.every((vm) => vm === controlDomain),
	);
}

describe("hosts", () => {
	test("restart after a question, and are back by themselves", async () => {
		const { id, startTime } = emptyMember();
		const page = await journey.openSignedIn(`/host/${id}`);
		await chooseInMenu(page, /^Restart$/);
		const dialog = page.getByRole("dialog");
		await dialog.getByText("(0 VMs on it)").waitFor();
		await dialog.getByText(/move to other hosts of the pool first/).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await dialog.getByRole("button", { name: "Cancel" }).click();
		await dialog.waitFor({ state: "hidden" });
		expect(host(id).startTime).toBe(startTime);
		await chooseInMenu(page, /^Restart$/);
		await confirm(page, "Restart");
		await eventually(() => host(id).startTime ?? 0).toBeGreaterThan(
			startTime ?? 0,
		);
		await eventually(() => host(id).enabled).toBe(true);
		await page.getByRole("button", { name: "Begin maintenance" }).waitFor();
		await page.context().close();
	});
});

describe("SRs", () => {
	test("are disconnected from one host, and connected again", async () => {
		const sr = pick(
			objects().ofType("SR"),
			"shared SR of disks",
			({ shared, content_type }) => shared && content_type === "user",
		);
		const { id, name_label } = emptyMember();
		const isAttached = () =>
			pick(
				objects().ofType("PBD"),
				"PBD",
				({ SR, host }) => SR === sr.id && host === id,
			).attached;
		const page = await journey.openSignedIn(`/sr/${sr.id}/hosts`);
		const row = page.getByRole("row").filter({ hasText: name_label });
		const bar = page.getByRole("toolbar", { name: "Actions on the selection" });
		await row.getByRole("checkbox").check();
		await bar.getByRole("button", { name: "Disconnect" }).click();
		await eventually(isAttached).toBe(false);
		await row.getByText("No", { exact: true }).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await bar.getByRole("button", { name: "Connect", exact: true }).click();
		await eventually(isAttached).toBe(true);
		await page.context().close();
	});

	test("are forgotten after a question, and stay on the storage", async () => {
		const sr = pick(
			objects().ofType("SR"),
			"local SR",
			({ shared, content_type }) => !shared && content_type === "user",
		);
		const page = await journey.openSignedIn(`/sr/${sr.id}`);
		await chooseInMenu(page, /^Disconnect from all hosts/);
		await confirm(page, "Disconnect from all hosts");
		await chooseInMenu(page, /^Forget/);
		const dialog = page.getByRole("dialog");
		await dialog.getByText(/The data stays on the storage/).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await confirm(page, "Forget");
		await eventually(() => objects().find(sr.id)).toBe(undefined);
		await page.waitForURL(/\/srs/);
		await page.context().close();
	});
});

test("hosts that were shut down say so, and can be powered on", async () => {
	const { id } = emptyMember();
	const page = await journey.openSignedIn(`/host/${id}`);
	await chooseInMenu(page, /^Shut down/);
	await confirm(page, "Shut down");
	await eventually(() => host(id).power_state).toBe("Halted");
	await page.getByRole("button", { name: "Power on" }).waitFor();
	expect(await findViolations(page)).toEqual([]);
	await page.context().close();
});
