import type { XoObject } from "@xo/contract";
import { describe, expect, it } from "vitest";
import { PermissionEngine } from "./permission-engine.ts";

type Loose = { readonly id: string; readonly type: string } & Record<
	string,
	unknown
>;

/** One object of each type, linked to the others. */
const world: readonly Loose[] = [
	{ id: "pool", type: "pool", $pool: "pool" },
	{ id: "host", type: "host", $pool: "pool" },
	{ id: "network", type: "network", $pool: "pool" },
	{ id: "template", type: "VM-template", $pool: "pool" },
	{ id: "sr", type: "SR", $container: "host" },
	{ id: "sharedSr", type: "SR", $container: "pool" },
	{ id: "vm", type: "VM", $container: "host" },
	{ id: "haltedVm", type: "VM", $container: "pool" },
	{ id: "dom0", type: "VM-controller", $container: "host" },
	{ id: "snapshot", type: "VM-snapshot", $snapshot_of: "vm" },
	{ id: "vdi", type: "VDI", $SR: "sr", $VBDs: ["vbd"] },
	{ id: "vdiSnapshot", type: "VDI-snapshot", $snapshot_of: "vdi" },
	{ id: "vbd", type: "VBD", VDI: "vdi", VM: "vm" },
	{ id: "vif", type: "VIF", $network: "network", $VM: "vm" },
	{ id: "pbd", type: "PBD", host: "host", SR: "sr" },
	{ id: "pif", type: "PIF", $host: "host" },
	{ id: "pci", type: "PCI", $host: "host" },
	{ id: "task", type: "task", $host: "host" },
	{ id: "pusb", type: "PUSB", host: "host" },
	{ id: "otherPusb", type: "PUSB", host: "otherHost" },
	{ id: "vusb", type: "VUSB", vm: "vm" },
	{ id: "usbGroup", type: "USB_group", PUSBs: ["pusb", "otherPusb"] },
	{ id: "emptyUsbGroup", type: "USB_group", PUSBs: [] },
	{ id: "message", type: "message", $object: "vm" },
	{ id: "sm", type: "SM", $pool: "pool" },
	{ id: "pgpu", type: "PGPU", $pool: "pool", $host: "host" },
];

const byId = new Map(
	world.map((object) => [object.id, object as unknown as XoObject]),
);

/** Whoever has the right on one of these has it on what follows too. Written
 *  from the rules that existing clients know. */
const inherited: Readonly<Record<string, readonly string[]>> = {
	pool: ["host", "network", "template", "sharedSr", "haltedVm"],
	host: ["sr", "vm", "dom0", "pbd", "pif", "pci", "task", "pusb"],
	sr: ["vdi", "pbd"],
	vm: ["snapshot", "vdi", "vif", "vusb", "message"],
	vdi: ["vbd", "vdiSnapshot"],
	network: ["vif"],
};

/** `id` and all that inherits from it, however far. */
function closure(id: string): Set<string> {
	const reached = new Set([id]);
	for (const current of reached) {
		for (const heir of inherited[current] ?? []) reached.add(heir);
	}
	return reached;
}

function reachOf(grantedIds: readonly string[]): string[] {
	const store = {} as ConstructorParameters<typeof PermissionEngine>[0];
	const engine = new PermissionEngine(store, { find: (id) => byId.get(id) });
	const grants = new Map(
		grantedIds.map((id) => [id, new Set(["operate"] as const)]),
	);
	return [...byId.values()]
		.filter((object) => engine.isGranted(grants, object, "operate"))
		.map(({ id }) => id)
		.sort();
}

describe("inheritance of rights", () => {
	for (const { id } of world) {
		it(`gives with ${id} what inherits from it, and nothing else`, () => {
			expect(reachOf([id])).toEqual([...closure(id)].sort());
		});
	}

	it("gives a USB group only with all of its devices", () => {
		expect(reachOf(["pusb", "otherPusb"])).toContain("usbGroup");
		expect(reachOf(["pool"])).not.toContain("emptyUsbGroup");
	});

	it("does not turn one right into another", () => {
		const store = {} as ConstructorParameters<typeof PermissionEngine>[0];
		const engine = new PermissionEngine(store, { find: (id) => byId.get(id) });
		const grants = new Map([["pool", new Set(["view"] as const)]]);
		const vm = byId.get("vm") as XoObject;
		expect(engine.isGranted(grants, vm, "view")).toBe(true);
		expect(engine.isGranted(grants, vm, "operate")).toBe(false);
		expect(engine.isGranted(grants, vm, "administrate")).toBe(false);
	});

	it("ends when the data has a cycle", () => {
		const cyclic = { id: "a", type: "VM-snapshot", $snapshot_of: "a" };
		const object = cyclic as unknown as XoObject;
		const store = {} as ConstructorParameters<typeof PermissionEngine>[0];
		const engine = new PermissionEngine(store, { find: () => object });
		const grants = new Map([["b", new Set(["view"] as const)]]);
		expect(engine.isGranted(grants, object, "view")).toBe(false);
	});
});
