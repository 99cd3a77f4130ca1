import type { XoVm } from "@xo/contract";
import { forAllTests, type RunningPool, startTestPool } from "@xo/testing";
import { expect, test, vi } from "vitest";
import { callAsAdmin, choose, confirm, eventually, pick } from "./_act.ts";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

vi.setConfig({ testTimeout: 60_000 });

const far = await forAllTests(
	startTestPool({ hosts: 2, vms: 2, seed: 7, timeScale: 0.05 }),
);
const journey = await forAllTests(startJourney({ timeScale: 0.05 }));
await journey.server.connect(far);
const objects = () => journey.server.context.objects;
const vm = (id: string) => objects().find(id) as XoVm | undefined;
const original = await copyToSharedSr();

function poolIdOf({ db }: RunningPool): string {
	return String(db.get("pool", db.refs("pool")[0] ?? "").uuid);
}

function hostsOf(pool: RunningPool) {
	return [...objects().ofType("host")].filter(
		({ $pool }) => $pool === poolIdOf(pool),
	);
}

function sharedSrOf(pool: RunningPool) {
	return pick(
		objects().ofType("SR"),
		"shared SR",
		({ $pool, shared, content_type }) =>
			shared && content_type === "user" && $pool === poolIdOf(pool),
	);
}

/** A halted VM that any host of the first pool can run. */
async function copyToSharedSr(): Promise<string> {
	const source = pick(
		objects().ofType("VM"),
		"halted VM",
		({ power_state, $pool, $VBDs }) =>
			power_state === "Halted" &&
			$pool === poolIdOf(journey.pool) &&
			$VBDs.length > 0,
	);
	const sr = sharedSrOf(journey.pool).id;
	const params = { vm: source.id, sr, name: "original" };
	return String(await callAsAdmin(journey, "vm.copy", params));
}

/** A VM that runs in the first pool. */
async function newVm(name: string, host?: string): Promise<string> {
	const params = { id: original, name, full_copy: false };
	const id = String(await callAsAdmin(journey, "vm.clone", params));
	await callAsAdmin(journey, "vm.start", {
		id,
		bypassMacAddressesCheck: true,
		...(host === undefined ? {} : { host }),
	});
	await eventually(() => vm(id)?.power_state).toBe("Running");
	return id;
}

test("a VM moves to another pool, with its disks and network cards", async () => {
	const id = await newVm("emigrant");
	const [there] = hostsOf(far);
	const page = await journey.openSignedIn(`/vm/${id}`);
	await page.getByRole("button", { name: "More actions" }).click();
	await page.getByRole("menuitem", { name: /^Migrate/ }).click();
	const dialog = page.getByRole("dialog");
	await choose(
		dialog.getByRole("combobox", { name: /^Host/ }),
		there?.name_label ?? "",
	);
	await dialog.getByText(/moves to another pool, with its disks/).waitFor();
	const disks = dialog.getByRole("group", { name: "Disks" });
	await choose(
		disks.getByRole("combobox").first(),
		new RegExp(sharedSrOf(far).name_label),
	);
	const cards = dialog.getByRole("group", { name: "Networks" });
	for (const card of await cards.getByRole("combobox").all()) {
		// What is called the same suggests itself.
		expect(await card.inputValue()).not.toBe("");
	}
	expect(await findViolations(page)).toEqual([]);
	await confirm(page, "Migrate");
	await eventually(
		() =>
			[...objects().ofType("VM")].find(
				({ name_label }) => name_label === "emigrant",
			)?.$pool,
	).toBe(poolIdOf(far));
	// The page does not end in nothing: it leads to where the VM is now.
	await page.getByRole("heading", { level: 1, name: "emigrant" }).waitFor();
	await page
		.getByText(there?.name_label ?? "")
		.first()
		.waitFor();
	await page.context().close();
});

test("several VMs move together, and what could not is told of each", async () => {
	const [here, there] = hostsOf(journey.pool);
	const ids = [];
	for (const name of ["nomad 1", "nomad 2", "nomad 3"]) {
		ids.push(await newVm(name, here?.id));
	}
	const [stays = ""] = ids;
	const { db } = journey.pool;
	db.update("VM", db.findByUuid("VM", stays) ?? "", {
		blocked_operations: { pool_migrate: "it is measured" },
	});
	const page = await journey.openSignedIn("/vms?filter=nomad");
	await page.getByRole("row").filter({ hasText: "nomad 3" }).waitFor();
	await page.getByRole("grid").focus();
	await page.keyboard.press("Control+a");
	const bar = page.getByRole("toolbar", { name: "Actions on the selection" });
	await bar.getByText("3 selected").waitFor();
	await bar.getByRole("button", { name: "More actions" }).click();
	await page.getByRole("menuitem", { name: /^Migrate/ }).click();
	const dialog = page.getByRole("dialog");
	await choose(
		dialog.getByRole("combobox", { name: /^Host/ }),
		there?.name_label ?? "",
	);
	expect(await findViolations(page)).toEqual([]);
	await confirm(page, "Migrate 3 objects");
	const alert = page.getByRole("alert").filter({ hasText: "1 of 3 failed" });
	await alert.getByRole("button", { name: "Show" }).click();
	const report = page.getByRole("dialog", { name: /^Migrate: what was done/ });
	const rows = report.getByRole("row");
	await rows
		.filter({ hasText: "nomad 1" })
		.getByText(/blocked/i)
		.waitFor();
	expect(await rows.filter({ hasText: "Done" }).count()).toBe(2);
	expect(await findViolations(page)).toEqual([]);
	expect(ids.map((id) => vm(id)?.$container)).toEqual([
		here?.id,
		there?.id,
		there?.id,
	]);
	await page.context().close();
});
