import { forAllTests } from "@xo/testing";
import { expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

function runningVms(): number {
	const vms = [...journey.server.context.objects.ofType("VM")];
	return vms.filter((vm) => "power_state" in vm && vm.power_state === "Running")
		.length;
}

test("counts lead to what they count", async () => {
	const page = await journey.openSignedIn("/");
	const tile = page.getByRole("region", { name: "VMs", exact: true });
	const running = tile.getByRole("link", { name: /^Running/ });
	expect(await running.textContent()).toBe(`Running${runningVms()}`);
	await running.click();
	await page.waitForURL(/\/vms\?filter=power_state%3ARunning/);
	await page.goBack();
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();
});

test("capacity is told in words too", async () => {
	const page = await journey.openSignedIn("/");
	for (const [region, text] of [
		["CPU", /cores?: used .* provisioned .* free/],
		["Memory", /iB: used .* provisioned .* free .*/],
		["Storage", /iB: used .* provisioned .* free .*/],
	] as const) {
		await page
			.getByRole("region", { name: region, exact: true })
			.getByRole("progressbar", { name: text })
			.waitFor();
	}
});

test("the busiest are ordered by what one chooses", async () => {
	const page = await journey.openSignedIn("/");
	const tile = page.getByRole("region", { name: "Busiest VMs" });
	await tile
		.getByRole("combobox", { name: "Busiest VMs: order by" })
		.selectOption("Memory");
	await tile.getByText(/iB$/).first().waitFor();
	await tile.getByRole("link", { name: "Busiest VMs" }).click();
	await page.waitForURL(/\/vms\?sort=-metrics\.memory/);
});

test("a pool has one of its own, with charts", async () => {
	const page = await journey.openSignedIn("/");
	await page.getByRole("combobox", { name: "Dashboard of" }).click();
	await page.getByRole("option", { name: "test pool" }).click();
	await page.waitForURL(/\?pool=/);
	await page.getByRole("group", { name: /^CPU of the hosts, / }).waitFor();
	await page.getByRole("region", { name: "Busiest hosts" }).waitFor();
});

test.each(["light", "dark"] as const)(
	"everybody can use it, %s",
	async (colorScheme) => {
		const page = await journey.openSignedIn("/", { colorScheme });
		await page.getByRole("region", { name: "Busiest VMs" }).waitFor();
		expect(await findViolations(page)).toEqual([]);
	},
);

test("fits a phone", async () => {
	const page = await journey.openSignedIn("/", {
		viewport: { width: 390, height: 844 },
	});
	await page.getByRole("region", { name: "Alarms" }).waitFor();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - innerWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
});
