import type { XoHost, XoPool, XoSr, XoVm } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { callAsAdmin, chooseInMenu, confirm, eventually } from "./_act.ts";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

const objects = () => journey.server.context.objects;
const vm = (id: string) => objects().find(id) as XoVm;
const host = (id: string) => objects().find(id) as XoHost;

function aPool(): XoPool {
	const [pool] = [...objects().ofType("pool")];
	if (pool === undefined) throw new Error("there is no pool");
	return pool;
}

function member(): XoHost {
	const found = [...objects().ofType("host")].find(
		({ id }) => id !== aPool().master,
	);
	if (found === undefined) throw new Error("the pool has one host only");
	return found;
}

function sharedSr(): XoSr {
	const found = [...objects().ofType("SR")].find(
		({ shared, content_type }) => shared && content_type === "user",
	);
	if (found === undefined) throw new Error("there is no shared SR");
	return found;
}

const call = (name: string, params: unknown) =>
	callAsAdmin(journey, name, params);

/** A VM whose disks every host sees. */
async function newVm(name: string): Promise<string> {
	const source = [...objects().ofType("VM")].find(
		({ power_state }) => power_state === "Halted",
	);
	const params = { vm: source?.id, sr: sharedSr().id, name };
	return (await call("vm.copy", params)) as string;
}

describe("VMs", () => {
	test("move to the host that is chosen, others say why not", async () => {
		const id = await newVm("traveller");
		await call("vm.start", { id, bypassMacAddressesCheck: true });
		await eventually(() => vm(id).power_state).toBe("Running");
		const here = vm(id).$container;
		const page = await journey.openSignedIn(`/vm/${id}`);
		await chooseInMenu(page, /^Migrate/);
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("combobox", { name: /^Host/ }).click();
		const there = [...objects().ofType("host")].find((it) => it.id !== here);
		await page.getByRole("option", { name: there?.name_label ?? "" }).click();
		await dialog.getByRole("group", { name: "Disks" }).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await confirm(page, "Migrate");
		await eventually(() => vm(id).$container).toBe(there?.id);
		expect(vm(id).power_state).toBe("Running");

		await call("host.disable", { id: here });
		await eventually(() => host(here).enabled).toBe(false);
		await chooseInMenu(page, /^Migrate/);
		await dialog.getByRole("combobox", { name: /^Host/ }).click();
		const refusing = page.getByRole("option", { name: host(here).name_label });
		await eventually(() => refusing.textContent()).toContain(
			"The host is in maintenance or disabled.",
		);
		await call("host.enable", { id: here });
		await page.context().close();
	});

	test("are copied to an SR", async () => {
		const id = await newVm("original");
		const page = await journey.openSignedIn(`/vm/${id}`);
		await chooseInMenu(page, /^Copy to another SR/);
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox", { name: "Name" }).fill("the copy");
		await dialog.getByRole("combobox", { name: /^SR/ }).click();
		await page
			.getByRole("option", { name: new RegExp(sharedSr().name_label) })
			.first()
			.click();
		expect(await findViolations(page)).toEqual([]);
		await confirm(page, "Copy to another SR");
		await eventually(() =>
			[...objects().ofType("VM")].some((it) => it.name_label === "the copy"),
		).toBe(true);
		await page.context().close();
	});
});

describe("disks", () => {
	test("move to another SR", async () => {
		const id = await newVm("with a disk");
		const disk = [...objects().ofType("VDI")].find(
			({ $VBDs, $SR }) =>
				$SR === sharedSr().id &&
				$VBDs.some((vbd) => vm(id).$VBDs.includes(vbd)),
		);
		const target = [...objects().ofType("SR")].find(
			(sr) => sr.content_type === "user" && sr.id !== disk?.$SR,
		);
		const page = await journey.openSignedIn(`/vdi/${disk?.id}`);
		await page.getByRole("button", { name: "Move to another SR" }).click();
		await page.getByRole("combobox", { name: /^SR/ }).click();
		await page
			.getByRole("option", { name: new RegExp(target?.name_label ?? "") })
			.first()
			.click();
		await confirm(page, "Move to another SR");
		await eventually(() => objects().find(disk?.id ?? "")).toBe(undefined);
		await page.context().close();
	});
});

describe("hosts", () => {
	test("go into maintenance and come back", async () => {
		const { id } = member();
		const page = await journey.openSignedIn(`/host/${id}`);
		await page.getByRole("button", { name: "Begin maintenance" }).click();
		await page.getByText(/Its VMs move to other hosts of the pool/).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await confirm(page, "Begin maintenance");
		await eventually(() => host(id).enabled).toBe(false);
		await page.getByRole("button", { name: "End maintenance" }).click();
		await eventually(() => host(id).enabled).toBe(true);
		await page.context().close();
	});

	test("say why the master cannot leave", async () => {
		const page = await journey.openSignedIn(`/host/${aPool().master}`);
		await page.getByRole("button", { name: "More actions" }).click();
		const item = page.getByRole("menuitem", { name: /^Detach from pool/ });
		await eventually(() => item.textContent()).toContain(
			"The host is the master of its pool.",
		);
		expect(await item.getAttribute("aria-disabled")).toBe("true");
		await page.context().close();
	});

	test("list the patches that they lack", async () => {
		const page = await journey.openSignedIn(`/host/${member().id}/overview`);
		const section = page.getByRole("region", { name: "Missing patches" });
		await section.getByText("2 missing patches").waitFor();
		await section.getByText(/xapi-core/).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await page.goto(`${journey.server.url}/pool/${aPool().id}/overview`);
		await section.getByText("2 missing patches").waitFor();
		await page.context().close();
	});
});

describe("SRs", () => {
	test("become the default one, and are kept while they hold disks", async () => {
		const { id } =
			[...objects().ofType("SR")].find(
				(sr) => sr.id !== aPool().default_SR && sr.content_type === "user",
			) ?? sharedSr();
		const page = await journey.openSignedIn(`/sr/${id}`);
		await page.getByRole("button", { name: "Make default SR" }).click();
		await eventually(() => aPool().default_SR).toBe(id);
		await page.goto(`${journey.server.url}/sr/${sharedSr().id}`);
		await page.getByRole("button", { name: "More actions" }).click();
		const destroy = page.getByRole("menuitem", { name: /^Destroy/ });
		await eventually(() => destroy.textContent()).toMatch(/still holds/);
		await page.context().close();
	});

	test("lose a host, and get it back", async () => {
		const used = new Set(
			[...objects().ofType("VBD")].flatMap(({ attached, VDI }) => {
				const vdi = attached ? objects().find(VDI ?? "") : undefined;
				return vdi?.type === "VDI" ? [vdi.$SR] : [];
			}),
		);
		const sr = [...objects().ofType("SR")].find(
			({ id, $PBDs }) => !used.has(id) && $PBDs.length === 1,
		);
		const attached = () => {
			const pbd = objects().find(sr?.$PBDs[0] ?? "");
			return pbd?.type === "PBD" && pbd.attached;
		};
		const page = await journey.openSignedIn(`/sr/${sr?.id}`);
		await chooseInMenu(page, /^Disconnect from all hosts/);
		await page.getByText(/VMs cannot use its disks any more/).waitFor();
		await confirm(page, "Disconnect from all hosts");
		await eventually(attached).toBe(false);
		await chooseInMenu(page, /^Connect to all hosts/);
		await eventually(attached).toBe(true);
		await page.context().close();
	});
});
