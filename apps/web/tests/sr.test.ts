import type { XoNetwork } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());
const { objects } = journey.server.context;
const disks = [...objects.ofType("VDI")];
const found = [...objects.ofType("SR")].find(
	({ id, content_type }) =>
		content_type === "user" && disks.some(({ $SR }) => $SR === id),
);
const disk = disks.find(({ $SR }) => $SR === found?.id);
if (found === undefined || disk === undefined) {
	throw new Error("no SR has disks");
}
const sr = found;
const vdi = disk;

/** Machines that run tests are busy. */
function eventually<T>(read: () => T) {
	return expect.poll(read, { timeout: 10_000 });
}

describe("the page of an SR", () => {
	test("says how full it is", async () => {
		const page = await journey.openSignedIn(`/sr/${sr.id}/overview`);
		await page
			.getByRole("heading", { level: 1, name: sr.name_label })
			.waitFor();
		const capacity = page.getByRole("region", { name: "Capacity" });
		await eventually(() => capacity.textContent()).toMatch(/used .*iB/);
		expect(await findViolations(page)).toEqual([]);
	});

	test("says why it was not scanned", async () => {
		const page = await journey.openSignedIn(`/sr/${sr.id}/overview`);
		journey.pool.faults.failCalls("SR.scan", [
			"SR_BACKEND_FAILURE_40",
			"",
			"the medium is gone",
			"",
		]);
		await page.getByRole("button", { name: "Scan" }).click();
		await page.getByRole("alert").first().waitFor();
	});

	test("lists its disks and leads to one", async () => {
		const page = await journey.openSignedIn(`/sr/${sr.id}/disks`);
		const grid = page.getByRole("grid", { name: "Disks (VDIs)" });
		await grid.getByText(vdi.name_label, { exact: true }).first().click();
		await eventually(() => page.url()).toMatch(/\/vdi\/.*\/overview$/);
	});

	test.each(["general", "hosts", "advanced"])(
		"has a tab of %s without barriers",
		async (tab) => {
			const page = await journey.openSignedIn(`/sr/${sr.id}/${tab}`);
			await page.getByRole("main").getByRole("region").first().waitFor();
			expect(await findViolations(page)).toEqual([]);
			await page.context().close();
		},
	);
});

describe("the page of a VDI", () => {
	test("renames it", async () => {
		const page = await journey.openSignedIn(`/vdi/${vdi.id}/overview`);
		await page.getByRole("button", { name: "Edit: Name" }).click();
		await page
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("data disk");
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "data disk" }).waitFor();
		expect(await findViolations(page)).toEqual([]);
	});

	test("does not shrink it", async () => {
		const page = await journey.openSignedIn(`/vdi/${vdi.id}/overview`);
		const size = page.getByRole("textbox", { name: "Size", exact: true });
		await size.fill("0.5");
		await page.getByText("A disk can only grow.").waitFor();
		expect(await page.getByRole("button", { name: "Grow" }).isDisabled()).toBe(
			true,
		);
	});
});

describe("the page of a network", () => {
	test("changes its settings and lists its VIFs", async () => {
		const { objects } = journey.server.context;
		const network = [...objects.ofType("network")].find(
			({ VIFs }) => VIFs.length > 0,
		);
		if (network === undefined) throw new Error("no network is used");
		const page = await journey.openSignedIn(`/network/${network.id}/overview`);
		const now = () => objects.find(network.id) as XoNetwork;
		await page.getByRole("textbox", { name: "MTU" }).fill("9000");
		await page.keyboard.press("Enter");
		await eventually(() => now().MTU).toBe(9_000);
		expect(await findViolations(page)).toEqual([]);
		await page.getByRole("link", { name: "VIFs" }).click();
		const count = now().VIFs.length;
		await page
			.getByRole("status")
			.filter({ hasText: new RegExp(`^${count} `) })
			.first()
			.waitFor();
	});
});
