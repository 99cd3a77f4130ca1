import {
	ApiError,
	invalidParameters,
	type ParsedParamsOf,
	type XoNetwork,
	type XoVbd,
	type XoVdi,
} from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Ref } from "@xo/xapi-wire";
import { createVbd, createVif } from "../pools/devices.ts";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";
import type { VmCall } from "./vm-call.ts";
import type { ObjectLookup } from "./vm-power.ts";

/** Where HVM guests look for their CD drive. */
const CD_POSITION = "3";

function assertSamePool(call: VmCall, other: { readonly $pool: string }): void {
	if (call.vm.$pool === other.$pool) return;
	throw invalidParameters("the two objects are not in one pool");
}

export async function attachDisk(
	call: VmCall,
	vdi: XoVdi,
	params: ParsedParamsOf<"vm.attachDisk">,
): Promise<void> {
	assertSamePool(call, vdi);
	const { vm, ref, xapi } = call;
	const vbd = await createVbd(
		{ xapi, vm: ref },
		{
			vdi: xapiRefOf(vdi, "VDI"),
			mode: params.mode,
			bootable: params.bootable,
			position: params.position,
		},
	);
	if (vm.power_state !== "Running") return;
	try {
		await xapi.call("VBD.plug", vbd);
	} catch (error) {
		await xapi.call("VBD.destroy", vbd).catch(() => undefined);
		throw error;
	}
}

/** Gives the uuid of the new VIF. */
export async function createInterface(
	call: VmCall,
	network: XoNetwork,
	params: ParsedParamsOf<"vm.createInterface">,
): Promise<string> {
	assertSamePool(call, network);
	const { vm, ref, xapi } = call;
	const { position } = params;
	const vif = await createVif(
		{ xapi, vm: ref },
		{
			network: xapiRefOf(network, "network"),
			device: position === undefined ? undefined : String(position),
			mac: params.mac,
			ipv4: params.allowedIpv4Addresses,
			ipv6: params.allowedIpv6Addresses,
		},
	);
	if (vm.power_state === "Running") {
		try {
			await xapi.call("VIF.plug", vif);
		} catch (error) {
			await xapi.call("VIF.destroy", vif).catch(() => undefined);
			throw error;
		}
	}
	return await xapi.call("VIF.get_uuid", vif);
}

function cdDriveOf(call: VmCall, objects: ObjectLookup): XoVbd | undefined {
	for (const id of call.vm.$VBDs) {
		const vbd = id === null ? undefined : objects.find(id);
		if (vbd?.type === "VBD" && vbd.is_cd_drive) return vbd;
	}
	return undefined;
}

export async function insertCd(
	call: VmCall,
	iso: XoVdi,
	options: { readonly objects: ObjectLookup; readonly isForced: boolean },
): Promise<void> {
	assertSamePool(call, iso);
	const { xapi } = call;
	const drive = cdDriveOf(call, options.objects);
	if (drive === undefined) {
		await addCdDrive(call, xapiRefOf(iso, "VDI"));
		return;
	}
	const ref = xapiRefOf(drive, "VBD");
	if (drive.VDI === iso.id) return;
	if (drive.VDI !== undefined) {
		if (!options.isForced) {
			throw new ApiError("incorrectState", {
				message:
					"there is something in the CD drive: eject it, or insert with force",
				data: { actual: drive.VDI, expected: null, object: drive.id },
			});
		}
		await xapi.call("VBD.eject", ref);
	}
	await xapi.call("VBD.insert", ref, xapiRefOf(iso, "VDI"));
}

async function addCdDrive(call: VmCall, vdi: Ref<"VDI">): Promise<void> {
	const { vm, ref, xapi } = call;
	const target = { xapi, vm: ref };
	const free = await xapi.call("VM.get_allowed_VBD_devices", ref);
	const vbd = await createVbd(target, {
		vdi,
		type: "CD",
		bootable: true,
		position: free.includes(CD_POSITION) ? CD_POSITION : undefined,
	});
	if (vm.power_state !== "Running") return;
	try {
		await xapi.call("VBD.plug", vbd);
	} catch (error) {
		call.task?.warn(
			`the VM sees its new CD drive only after it was off: ${messageOf(error)}`,
		);
	}
}

export async function ejectCd(
	call: VmCall,
	objects: ObjectLookup,
): Promise<void> {
	const drive = cdDriveOf(call, objects);
	if (drive?.VDI === undefined) return;
	await call.xapi.call("VBD.eject", xapiRefOf(drive, "VBD"));
}

export async function setBootOrder(call: VmCall, order: string): Promise<void> {
	if (call.vm.virtualizationMode !== "hvm") {
		throw invalidParameters("only an HVM VM has a boot order");
	}
	const { xapi, ref } = call;
	const target = { xapi, className: "VM", ref };
	await writeMapKey(target, "HVM_boot_params", ["order", order]);
}

/** A snapshot stays as it is: a template is cloned from it. */
export async function convertToTemplate(call: VmCall): Promise<void> {
	const { vm, ref, xapi } = call;
	if (vm.type === "VM-snapshot") {
		await runAsync(call, "VM.clone", [ref, vm.name_label]);
		return;
	}
	if (vm.power_state !== "Halted") {
		throw new ApiError("vmBadPowerState", {
			data: {
				objectId: vm.id,
				expected: ["halted"],
				actual: vm.power_state.toLowerCase(),
			},
		});
	}
	await xapi.call("VM.set_is_a_template", ref, true);
}
