import type { XoHost } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());
const { objects } = journey.server.context;
const busiest = [...objects.ofType("host")].toSorted(
	(a, b) => b.residentVms.length - a.residentVms.length,
)[0];
if (busiest === undefined) throw new Error("the pool has no host");
const host = busiest;

/** Machines that run tests are busy. */
function eventually<T>(read: () => T) {
	return expect.poll(read, { timeout: 10_000 });
}

const vmsHere = () =>
	[...journey.server.context.objects.ofType("VM")].filter(
		({ $container }) => $container === host.id,
	);

describe("the page of a host", () => {
	test("says what it is and does", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}`);
		await page
			.getByRole("heading", { level: 1, name: host.name_label })
			.waitFor();
		await eventually(() => page.url()).toContain(`/host/${host.id}/overview`);
		const figures = page.getByRole("region", { name: "The last minute" });
		await eventually(() => figures.textContent()).toMatch(/CPU\d/);
		const busiest = page.getByRole("region", { name: "Busiest VMs" });
		await eventually(() =>
			busiest.getByRole("listitem").count(),
		).toBeGreaterThan(0);
		await busiest
			.getByRole("combobox", { name: "Busiest VMs: order by" })
			.selectOption("Network, received");
		await eventually(() => busiest.textContent()).toMatch(/\d [KM]?i?B\/s/);
		expect(await findViolations(page)).toEqual([]);
	});

	test("changes its name in its place, for everybody", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}/general`);
		await page.getByRole("button", { name: "Edit: Name" }).click();
		await page
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("renamed");
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "renamed" }).waitFor();
		const { objects } = journey.server.context;
		await eventually(() => (objects.find(host.id) as XoHost).name_label).toBe(
			"renamed",
		);
		expect(await findViolations(page)).toEqual([]);
	});

	test("lists its VMs, by load too, and leads to them", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}/vms`);
		const grid = page.getByRole("grid", { name: "VMs" });
		for (const { name_label } of vmsHere()) {
			await grid.getByText(name_label, { exact: true }).waitFor();
		}
		await grid.getByRole("columnheader", { name: "CPU", exact: true }).click();
		await eventually(() =>
			grid
				.getByRole("columnheader", { name: "CPU", exact: true })
				.getAttribute("aria-sort"),
		).toBe("descending");
		await eventually(() => page.url()).toContain("sort=-metrics.cpu");
		const [vm] = vmsHere();
		await grid.getByText(vm?.name_label ?? "", { exact: true }).click();
		await eventually(() => page.url()).toContain("/vm/");
	});

	test.each(["storage", "network", "hardware", "advanced", "tasks"])(
		"has a tab of %s without barriers",
		async (tab) => {
			const page = await journey.openSignedIn(`/host/${host.id}/${tab}`, {
				colorScheme: "dark",
			});
			await page.getByRole("grid").first().waitFor();
			expect(await findViolations(page)).toEqual([]);
			await page.context().close();
		},
	);

	test("says why multipathing cannot be changed now", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}/advanced`);
		const multipathing = page.getByRole("switch", { name: "Multipathing" });
		expect(await multipathing.isDisabled()).toBe(true);
		await page.getByText("Only while the host is in maintenance.").waitFor();
	});

	test("takes back what the pool refuses", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}/advanced`);
		await page.getByRole("button", { name: "Edit: iSCSI IQN" }).click();
		await page.getByRole("textbox", { name: "iSCSI IQN" }).fill("nonsense");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").first().waitFor();
		await page.getByText(host.iscsiIqn, { exact: true }).waitFor();
	});

	test("leads to its PIFs, which have a page", async () => {
		const page = await journey.openSignedIn(`/host/${host.id}/network`);
		const grid = page.getByRole("grid", { name: "PIFs" });
		await grid.getByRole("link", { name: "eth0" }).first().click();
		await eventually(() => page.url()).toContain("/pif/");
		await page.getByRole("heading", { level: 1, name: "eth0" }).waitFor();
		await page.getByRole("region", { name: "Addresses" }).waitFor();
		expect(await findViolations(page)).toEqual([]);
	});

	test("says so when there is no such host", async () => {
		const page = await journey.openSignedIn("/host/none/overview");
		await page
			.getByRole("heading", { level: 1, name: "There is no such object" })
			.waitFor();
	});
});
