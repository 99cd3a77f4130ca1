import { forAllTests } from "@xo/testing";
import { expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

function textOf(object: object, name: string): string {
	const entry = Object.entries(object).find(([key]) => key === name);
	return String(entry?.[1]);
}

/** A VM that runs, and the name of its host. */
function runningVm(): { readonly name: string; readonly host: string } {
	const { objects } = journey.server.context;
	const vm = [...objects.ofType("VM")].find(
		(one) => textOf(one, "power_state") === "Running",
	);
	if (vm === undefined) throw new Error("no VM runs");
	const host = [...objects.ofType("host")].find(
		({ id }) => id === textOf(vm, "$container"),
	);
	return {
		name: textOf(vm, "name_label"),
		host: textOf(host ?? {}, "name_label"),
	};
}

test("shows the VMs of a host when asked", async () => {
	const { name, host } = runningVm();
	const page = await journey.openSignedIn("/topology");
	const map = page.getByTestId("rf__wrapper");
	await map.getByRole("link", { name: host }).waitFor();
	expect(await map.getByRole("link", { name, exact: true }).count()).toBe(0);
	await map
		.getByRole("button", { name: new RegExp(`VMs? of ${host}$`) })
		.press("Enter");
	await map.getByRole("link", { name, exact: true }).waitFor();
});

test("finds a VM and shows it on its host", async () => {
	const { name } = runningVm();
	const page = await journey.openSignedIn("/topology");
	await page.getByRole("combobox", { name: "Find on the map" }).fill(name);
	await page.getByRole("option", { name: `${name} (VM)` }).click();
	const map = page.getByTestId("rf__wrapper");
	await map.getByRole("link", { name, exact: true }).waitFor();
});

test("says the same as a list", async () => {
	const { host } = runningVm();
	const page = await journey.openSignedIn("/topology");
	await page.getByText("List", { exact: true }).click();
	await page.waitForURL(/view=list/);
	const row = page.getByRole("row", { name: new RegExp(host) });
	await row.getByRole("link", { name: /VMs?$/ }).click();
	await page.waitForURL(/\/vms\?filter=/);
});

test.each(["/topology", "/topology?view=list"])(
	"everybody can use %s",
	async (address) => {
		const page = await journey.openSignedIn(address);
		await page.getByRole("link", { name: runningVm().host }).first().waitFor();
		expect(await findViolations(page)).toEqual([]);
	},
);
