import { GIB, type SeedContext } from "./seed-context.ts";
import { addDisk } from "./seed-disks.ts";
import type { SeededHost } from "./seed-hosts.ts";
import { addSr, type SeededSr } from "./seed-storage.ts";

/** How much of it is used: more than the level of its alarm. */
export const ARCHIVE_SHARE = 0.92;

const DISKS = [
	{ name: "old-erp", gib: 200 },
	{ name: "old-wiki", gib: 40 },
	{ name: "intranet-2019", gib: 80 },
	{ name: "mail-before-move", gib: 500 },
];

/** Adds to a pool of several hosts what many have: a nearly full SR with disks
 *  that belong to no VM any more. */
export function addArchive(
	context: SeedContext,
	hosts: readonly SeededHost[],
): SeededSr | undefined {
	if (hosts.length < 2) return undefined;
	const sr = addSr(context, {
		type: "nfs",
		name: "NFS archive",
		description: "Disks of former VMs",
		contentType: "user",
		shared: true,
		size: 0,
		hosts: hosts.map(({ ref }) => ref),
		deviceConfig: {
			server: "10.0.40.9",
			serverpath: "/export/archive",
			nfsversion: "3",
		},
		tags: ["archive"],
	});
	for (const { name, gib } of DISKS) {
		addDisk(context, {
			sr,
			name,
			size: gib * GIB,
			position: 0,
			hasBase: false,
		});
	}
	context.db.update("SR", sr.ref, {
		virtual_allocation: sr.virtualAllocation,
		physical_utilisation: sr.physicalUtilisation,
		physical_size:
			Math.ceil(sr.physicalUtilisation / ARCHIVE_SHARE / GIB) * GIB,
	});
	return sr;
}
