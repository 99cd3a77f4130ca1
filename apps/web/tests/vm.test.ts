import type { XoObject } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { callAsAdmin, chooseInMenu } from "./_act.ts";
import { findViolations } from "./_axe.ts";
import { signIn, startJourney } from "./_journey.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into records
type Loose = any;

const journey = await forAllTests(startJourney());

function vms(): Loose[] {
	return [...journey.server.context.objects.ofType("VM")];
}

function find(id: string): Loose {
	return journey.server.context.objects.find(id);
}

function vmIn(state: string): Loose {
	const vm = vms().find((it) => it.power_state === state);
	if (vm === undefined) throw new Error(`no VM is ${state}`);
	return vm;
}

/** Waits until the daemon's objects are as wanted. */
async function until(isIt: () => boolean): Promise<void> {
	const done = Promise.withResolvers<void>();
	const look = () => {
		if (isIt()) done.resolve();
	};
	using _ = journey.server.context.objects.onChanges(look);
	look();
	await done.promise;
}

/** A halted VM of its own for a test. */
async function cloned(name: string): Promise<string> {
	const source = vms().find(
		(it) => it.power_state === "Halted" && it.$VBDs.length > 0,
	);
	const params = { id: source.id, name, full_copy: false };
	return String(await callAsAdmin(journey, "vm.clone", params));
}

test("is started, and shut down by force after a question", async () => {
	const id = await cloned("to start");
	const page = await journey.openSignedIn(`/vm/${id}/overview`);
	await page.getByRole("heading", { name: "to start" }).waitFor();
	await page.getByRole("button", { name: "Start", exact: true }).click();
	await page.getByRole("button", { name: "Reboot" }).waitFor();
	expect(find(id).power_state).toBe("Running");
	await chooseInMenu(page, "Force shutdown");
	const dialog = page.getByRole("dialog");
	await dialog.getByText("to start", { exact: true }).waitFor();
	await dialog.getByText(/not written to disk is lost/).waitFor();
	await dialog.getByRole("button", { name: "Force shutdown" }).click();
	await page.getByRole("button", { name: "Start", exact: true }).waitFor();
	expect(find(id).power_state).toBe("Halted");
});

test("says why an action is not possible", async () => {
	const page = await journey.openSignedIn(`/vm/${vmIn("Halted").id}`);
	await page.getByRole("button", { name: "More actions" }).click();
	const item = page.getByRole("menuitem", { name: /^Pause/ });
	expect(await item.textContent()).toContain(
		"Only possible when the VM is running; it is halted.",
	);
	expect(await item.getAttribute("aria-disabled")).toBe("true");
});

test("shows what the pool refuses", async () => {
	const id = await cloned("refused");
	const page = await journey.openSignedIn(`/vm/${id}/overview`);
	const { db } = journey.pool;
	const ref = db.findByUuid("VM", id) ?? "";
	await page.getByRole("button", { name: "Start", exact: true }).waitFor();
	// Not even a host with so much memory exists.
	db.update("VM", ref, {
		memory_static_max: 2 ** 50,
		memory_dynamic_max: 2 ** 50,
		memory_dynamic_min: 2 ** 50,
	} as never);
	await page.getByRole("button", { name: "Start", exact: true }).click();
	const alert = page.getByRole("alert").filter({ hasText: "Start: refused" });
	await alert.waitFor();
	await page.getByRole("button", { name: "Start", exact: true }).waitFor();
});

test("is renamed in its place, and takes tags", async () => {
	const id = await cloned("old name");
	const page = await journey.openSignedIn(`/vm/${id}/general`);
	await page.getByRole("button", { name: "Edit: Name" }).click();
	await page.getByRole("textbox", { name: "Name" }).fill("new name");
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { level: 1, name: "new name" }).waitFor();
	await page.getByRole("button", { name: "Add a tag" }).click();
	await page.getByRole("textbox", { name: "Add a tag" }).fill("important");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: /tag important/ }).waitFor();
	expect(find(id).tags).toContain("important");
});

describe("snapshots", () => {
	test("are taken, reverted to and deleted", async () => {
		const id = await cloned("with snapshots");
		const page = await journey.openSignedIn(`/vm/${id}/snapshots`);
		await page.getByText("No snapshot yet").waitFor();
		await page
			.getByRole("region", { name: /snapshots/ })
			.getByRole("button", { name: "Take snapshot" })
			.click();
		const ask = page.getByRole("dialog");
		await ask.getByRole("textbox", { name: "Name" }).fill("before the update");
		await ask.getByRole("button", { name: "Take snapshot" }).click();
		await page.getByText("before the update").waitFor();
		await page.getByText("The VM as it is now").waitFor();

		await page.getByRole("button", { name: "Revert to this" }).click();
		const revert = page.getByRole("dialog");
		await revert.getByText(/Everything that changed/).waitFor();
		await revert.getByRole("button", { name: "Revert to this" }).click();
		await page.getByRole("heading", { name: "2 snapshots" }).waitFor();
		await until(() => find(id).snapshots.length === 2);

		await page
			.getByRole("button", { name: "Actions of before the update" })
			.click();
		await page.getByRole("menuitem", { name: "Delete" }).click();
		await page
			.getByRole("dialog")
			.getByRole("button", { name: "Delete" })
			.click();
		await page.getByRole("heading", { name: "1 snapshot" }).waitFor();
	});
});

describe("disks", () => {
	test("are added, grown and detached", async () => {
		const id = await cloned("with disks");
		const page = await journey.openSignedIn(`/vm/${id}/disks`);
		const disks = page.getByRole("region", { name: "Disks" });
		await disks.getByRole("button", { name: "Add disk" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox", { name: "Name" }).fill("data");
		await dialog.getByRole("combobox", { name: "SR" }).click();
		await page.getByRole("listbox").getByRole("option").first().click();
		await dialog.getByRole("button", { name: "Add disk" }).click();
		const row = disks.getByRole("row").filter({ hasText: "data" });
		await row.getByText("10 GiB").waitFor();
		await row.getByRole("button", { name: "Resize" }).click();
		await page.getByRole("textbox", { name: "New size" }).fill("12");
		await page
			.getByRole("dialog")
			.getByRole("button", { name: "Resize" })
			.click();
		await row.getByText("12 GiB").waitFor();
		await row.getByRole("button", { name: "Actions of data" }).click();
		await page.getByRole("menuitem", { name: "Detach" }).click();
		await page
			.getByRole("dialog")
			.getByRole("button", { name: "Detach" })
			.click();
		await row.waitFor({ state: "detached" });
		const kept = [...journey.server.context.objects.ofType("VDI")].filter(
			(vdi: XoObject) => "name_label" in vdi && vdi.name_label === "data",
		);
		expect(kept).toHaveLength(1);
	});

	test("of ISO images go into the CD drive", async () => {
		const id = await cloned("with a drive");
		const page = await journey.openSignedIn(`/vm/${id}/disks`);
		const drive = page.getByRole("region", { name: "CD drive" });
		await drive.getByRole("combobox", { name: "ISO image" }).click();
		const option = page.getByRole("listbox").getByRole("option").first();
		const name = (await option.textContent()) ?? "";
		await option.click();
		await drive.getByRole("button", { name: "Insert" }).click();
		await drive.getByText(name, { exact: true }).waitFor();
		await drive.getByRole("button", { name: "Eject" }).click();
		await drive.getByText("Empty").waitFor();
	});
});

test("interfaces are added, changed and removed", async () => {
	const id = await cloned("with interfaces");
	const count = find(id).VIFs.length;
	const page = await journey.openSignedIn(`/vm/${id}/network`);
	await page.getByRole("button", { name: "Add interface" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("combobox", { name: "Network" }).click();
	await page.getByRole("listbox").getByRole("option").first().click();
	const mac = dialog.getByRole("textbox", { name: "MAC address" });
	await mac.fill("02:00");
	await dialog.getByText(/A MAC address looks like/).waitFor();
	await mac.fill("02:00:00:00:00:99");
	await dialog.getByRole("button", { name: "Add interface" }).click();
	const row = page.getByRole("row").filter({ hasText: "02:00:00:00:00:99" });
	await row.waitFor();
	await row.getByRole("button", { name: /^Actions of/ }).click();
	await page.getByRole("menuitem", { name: "Edit" }).click();
	const edit = page.getByRole("dialog");
	await edit.getByRole("textbox", { name: "Rate limit" }).fill("500");
	await edit.getByRole("button", { name: "Save" }).click();
	await row.getByText(/At most 500/).waitFor();
	await row.getByRole("button", { name: /^Actions of/ }).click();
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await page
		.getByRole("dialog")
		.getByRole("button", { name: "Delete" })
		.click();
	await row.waitFor({ state: "detached" });
	expect(find(id).VIFs).toHaveLength(count);
});

test("settings are changed together, and checked first", async () => {
	const id = await cloned("with settings");
	const page = await journey.openSignedIn(`/vm/${id}/advanced`);
	const memory = page.getByRole("textbox", { name: "Memory", exact: true });
	await memory.fill("0.001");
	await page.getByText("Less than this VM needs at least.").waitFor();
	const save = page.getByRole("button", { name: "Save" });
	expect(await save.isDisabled()).toBe(true);
	await page.getByRole("button", { name: "Discard" }).click();
	await page.getByRole("textbox", { name: "CPU weight" }).fill("512");
	await page.getByRole("switch", { name: "Start with its host" }).check();
	await page.getByText("2 changes").waitFor();
	await save.click();
	await save.waitFor({ state: "detached" });
	await until(() => find(id).cpuWeight === 512);
	expect(find(id).auto_poweron).toBe(true);
	await page.getByRole("checkbox", { name: "Delete" }).click();
	await until(() => find(id).blockedOperations.destroy !== undefined);
	await page.getByRole("button", { name: "More actions" }).click();
	const item = page.getByRole("menuitem", { name: /^Delete/ });
	expect(await item.getAttribute("aria-disabled")).toBe("true");
});

test("is deleted after its loss is named", async () => {
	const id = await cloned("to delete");
	const page = await journey.openSignedIn(`/vm/${id}/overview`);
	await page.getByRole("heading", { name: "to delete" }).waitFor();
	await chooseInMenu(page, "Delete");
	const dialog = page.getByRole("dialog");
	await dialog.getByText(/disks and drives, 0 snapshots/).waitFor();
	await dialog.getByRole("button", { name: "Delete" }).click();
	await page.waitForURL(/\/vms/);
	expect(find(id)).toBeUndefined();
});

test("has its open tab in sight on a phone", async () => {
	const { id } = vmIn("Running");
	const page = await journey.openSignedIn(`/vm/${id}/snapshots`, {
		viewport: { width: 390, height: 844 },
	});
	const tab = page.getByRole("navigation", { name: "Sections" });
	const current = tab.getByRole("link", { name: "Snapshots" });
	await expect
		.poll(async () => {
			const box = await current.boundingBox();
			return box !== null && box.x >= 0 && box.x + box.width <= 390;
		})
		.toBe(true);
});

test("tells when it is not there", async () => {
	const page = await journey.openSignedIn("/vm/nope/overview");
	await page.getByText("There is no such object").waitFor();
});

test("of a viewer is looked at only", async () => {
	const { context } = journey.server;
	const user = { email: "viewer@example.org", password: "a viewer’s password" };
	const userId = await context.users.create(user);
	const vm = vmIn("Halted");
	await context.store.acls.add({
		subject: userId,
		object: vm.id,
		action: "viewer",
	});
	context.rights.notify();
	const page = await journey.open(`/vm/${vm.id}/general`);
	await signIn(page, user);
	await page.getByRole("heading", { level: 1, name: vm.name_label }).waitFor();
	const start = page.getByRole("button", { name: "Start", exact: true });
	expect(await start.getAttribute("aria-disabled")).toBe("true");
	const edit = page.getByRole("button", { name: "Edit: Name" });
	expect(await edit.getAttribute("aria-disabled")).toBe("true");
});

const TABS = [
	"Overview",
	"General",
	"Disks",
	"Network",
	"Snapshots",
	"Advanced",
	"Tasks and messages",
	"History",
];

test("every tab is accessible in both schemes", {
	timeout: 120_000,
}, async () => {
	const vm = vms().find(({ snapshots }) => snapshots.length > 0);
	const page = await journey.openSignedIn(`/vm/${vm.id}/overview`);
	const tabs = page.getByRole("navigation", { name: "Sections" });
	const found: Record<string, string[]> = {};
	for (const tab of TABS) {
		await tabs.getByRole("link", { name: tab }).click();
		await tabs
			.getByRole("link", { name: tab })
			.and(page.locator("[aria-current=page]"))
			.waitFor();
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			const violations = await findViolations(page);
			if (violations.length > 0) found[`${tab}, ${colorScheme}`] = violations;
		}
	}
	expect(found).toEqual({});
});
