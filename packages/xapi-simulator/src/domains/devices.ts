import type { Database, DbRecord, Ref } from "../core/types.ts";
import { isHvm } from "./facts.ts";
import { list, text } from "./record.ts";

const MAX_DISKS_HVM = 255;
const MAX_DISKS_PV = 16;
const MAX_NICS = 7;

/** The position that a device name stands for: `3`, `hdd` and `xvdd` are one.
 *  `undefined` when it is none of those. */
export function devicePosition(userdevice: string): number | undefined {
	if (/^\d{1,5}$/.test(userdevice)) return Number(userdevice);
	const match = /^(?:xvd|hd|sd)([a-z]{1,2})$/.exec(userdevice);
	const letters = match?.[1];
	if (letters === undefined) return undefined;
	let position = 0;
	for (const letter of letters) {
		position = position * 26 + letter.charCodeAt(0) - 96;
	}
	return position - 1;
}

function usedPositions(
	db: Database,
	vm: DbRecord,
	{ className, field }: { readonly className: string; readonly field: string },
): Set<number> {
	const used = new Set<number>();
	for (const device of list(vm, `${className}s`)) {
		const position = devicePosition(text(db.get(className, device), field));
		if (position !== undefined) used.add(position);
	}
	return used;
}

function freeNumbers(used: ReadonlySet<number>, limit: number): string[] {
	const free: string[] = [];
	for (let position = 0; position < limit; position++) {
		if (!used.has(position)) free.push(String(position));
	}
	return free;
}

/** Positions at which a VM can take another VBD, lowest first. */
export function freeVbdDevices(db: Database, vmRef: Ref): string[] {
	const vm = db.get("VM", vmRef);
	const used = usedPositions(db, vm, { className: "VBD", field: "userdevice" });
	return freeNumbers(used, isHvm({ db }, vm) ? MAX_DISKS_HVM : MAX_DISKS_PV);
}

export function freeVifDevices(db: Database, vmRef: Ref): string[] {
	const vm = db.get("VM", vmRef);
	const used = usedPositions(db, vm, { className: "VIF", field: "device" });
	return freeNumbers(used, MAX_NICS);
}
