import { invalidParameters } from "@xo/contract";
import type { Ref, VdiRecord } from "@xo/xapi-wire";
import { createVbd, createVdi } from "../pools/devices.ts";
import { parseSize } from "../pools/parse-size.ts";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { type Creation, findInPool } from "./creation.ts";
import type { DiskChange, DiskToMake } from "./new-vm.ts";
import type { VmCall } from "./vm-call.ts";

interface Disk {
	readonly vbd: Ref<"VBD">;
	readonly vdi: Ref<"VDI">;
	readonly device: string;
	readonly isBootable: boolean;
}

/** The disks of a VM that the daemon may not know yet. */
async function disksOf({ xapi, ref }: VmCall): Promise<Disk[]> {
	const disks: Disk[] = [];
	for (const vbd of await xapi.call("VM.get_VBDs", ref)) {
		const record = await xapi.call("VBD.get_record", vbd);
		if (record.type !== "Disk" || record.empty) continue;
		disks.push({
			vbd,
			vdi: record.VDI,
			device: record.userdevice,
			isBootable: record.bootable,
		});
	}
	return disks;
}

/** Takes back a VM that was begun, with the disks that are its own. */
export async function removeWithDisks(call: VmCall): Promise<void> {
	const { xapi, ref } = call;
	const disks = await disksOf(call);
	await xapi.call("VM.destroy", ref);
	for (const { vdi } of disks) {
		await xapi.call("VDI.destroy", vdi).catch((error: unknown) => {
			call.task?.warn(`a disk of the unfinished VM stays: ${String(error)}`);
		});
	}
}

/** Brings the template's disks to what is wanted. */
export async function changeDisks(creation: Creation): Promise<void> {
	const { wanted, call } = creation;
	const { xapi } = call;
	const own = new Map(
		(await disksOf(call)).map((disk) => [disk.device, disk] as const),
	);
	for (const device of wanted.disksToRemove) {
		const disk = own.get(device);
		if (disk === undefined) continue;
		await xapi.call("VBD.destroy", disk.vbd);
		await xapi.call("VDI.destroy", disk.vdi);
		own.delete(device);
	}
	for (const change of wanted.diskChanges) {
		const disk = own.get(change.device);
		if (disk === undefined) await makeInstead(creation, change);
		else await changeDisk(creation, disk, change);
	}
}

async function makeInstead(
	creation: Creation,
	change: DiskChange,
): Promise<void> {
	const { size } = change;
	if (size === undefined) {
		throw invalidParameters(
			`the template has no disk at ${change.device}: give a size to make one`,
		);
	}
	await makeDisk(creation, { ...change, size });
}

async function changeDisk(
	creation: Creation,
	disk: Disk,
	change: DiskChange,
): Promise<void> {
	const { xapi } = creation.call;
	let { vdi } = disk;
	if (change.srId !== undefined) {
		const sr = xapiRefOf(findInPool(creation, "SR", change.srId), "SR");
		if ((await xapi.call("VDI.get_SR", vdi)) !== sr) {
			vdi = await moveDisk(creation, disk, sr);
		}
	}
	const sizeBytes = parseSize("size", change.size);
	if (sizeBytes !== undefined) {
		const current = await xapi.call("VDI.get_virtual_size", vdi);
		if (sizeBytes < current) {
			throw invalidParameters(
				`the disk at ${disk.device} has ${current} bytes in the template and cannot shrink`,
			);
		}
		if (sizeBytes > current) await xapi.call("VDI.resize", vdi, sizeBytes);
	}
	if (change.name !== undefined) {
		await xapi.call("VDI.set_name_label", vdi, change.name);
	}
	if (change.description !== undefined) {
		await xapi.call("VDI.set_name_description", vdi, change.description);
	}
}

async function moveDisk(
	{ call }: Creation,
	disk: Disk,
	sr: Ref<"SR">,
): Promise<Ref<"VDI">> {
	const { xapi, ref } = call;
	const copy = (await runAsync(call, "VDI.copy", [disk.vdi, sr])) as Ref<"VDI">;
	try {
		await xapi.call("VBD.destroy", disk.vbd);
		await createVbd(
			{ xapi, vm: ref },
			{ vdi: copy, position: disk.device, bootable: disk.isBootable },
		);
	} catch (error) {
		await xapi.call("VDI.destroy", copy).catch(() => undefined);
		throw error;
	}
	await xapi.call("VDI.destroy", disk.vdi);
	return copy;
}

export async function makeDisks(creation: Creation): Promise<void> {
	for (const disk of creation.wanted.newDisks) await makeDisk(creation, disk);
}

async function makeDisk(creation: Creation, disk: DiskToMake): Promise<void> {
	const { call, wanted, objects, template } = creation;
	const { xapi, ref } = call;
	const sizeBytes = parseSize("size", disk.size) ?? 0;
	const pool = objects.find(template.$pool);
	const srId =
		disk.srId ?? (pool?.type === "pool" ? pool.default_SR : undefined);
	if (srId === undefined) {
		throw invalidParameters(
			"the pool has no default SR: name the SR of each new disk",
		);
	}
	const sr = findInPool(creation, "SR", srId);
	const isFirst = (await disksOf(call)).length === 0;
	const vdi = await createVdi(xapi, {
		sr: xapiRefOf(sr, "SR"),
		sizeBytes,
		name: disk.name ?? `${wanted.name} disk ${disk.device ?? ""}`.trim(),
		description: disk.description ?? "",
		type: (disk.type ?? "user") as VdiRecord["type"],
	});
	try {
		await createVbd(
			{ xapi, vm: ref },
			{ vdi, position: disk.device, bootable: disk.isBootable ?? isFirst },
		);
	} catch (error) {
		await xapi.call("VDI.destroy", vdi).catch(() => undefined);
		throw error;
	}
}
