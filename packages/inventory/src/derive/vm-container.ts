import type { Context } from "../context.ts";
import { pbdHost, srFirstPbd, srIsShared, vbdDisk, vdiSr } from "../facets.ts";
import { refOf, strings, type XapiRecord } from "../records.ts";

/** Id of the host where the VM runs, or of the only one that can see one of its
 *  disks, or of the pool. */
export function vmContainer(vm: XapiRecord, context: Context): string {
	const residentOn = context.link("host", refOf(vm, "resident_on"));
	if (residentOn !== undefined) return residentOn;
	for (const vbd of strings(vm, "VBDs")) {
		const sr = context.read(vdiSr, context.read(vbdDisk, vbd));
		if (sr === undefined || context.read(srIsShared, sr) !== false) continue;
		const pbd = context.read(srFirstPbd, sr);
		const host = context.link("host", context.read(pbdHost, pbd));
		if (host !== undefined) return host;
	}
	return context.poolId;
}
