import type { Inferred } from "../lazily.ts";
import {
	gpuGroupSchema,
	pciSchema,
	pgpuSchema,
	vgpuSchema,
	vgpuTypeSchema,
} from "./gpu.ts";
import { hostSchema } from "./host.ts";
import { messageSchema } from "./message.ts";
import { bondSchema, networkSchema, pifSchema } from "./network.ts";
import { patchSchema, poolPatchSchema } from "./patch.ts";
import { poolSchema } from "./pool.ts";
import { pbdSchema, smSchema, srSchema } from "./sr.ts";
import { xapiTaskSchema } from "./task.ts";
import { pusbSchema, usbGroupSchema, vusbSchema } from "./usb.ts";
import { vdiSchema, vdiSnapshotSchema, vdiUnmanagedSchema } from "./vdi.ts";
import {
	vmControllerSchema,
	vmSchema,
	vmSnapshotSchema,
	vmTemplateSchema,
} from "./vm.ts";
import { vbdSchema, vifSchema, vtpmSchema } from "./vm-devices.ts";

/** Schema of each type of live object, as JSON-RPC and REST show it. */
export const objectSchemas = {
	pool: poolSchema,
	host: hostSchema,
	VM: vmSchema,
	"VM-controller": vmControllerSchema,
	"VM-snapshot": vmSnapshotSchema,
	"VM-template": vmTemplateSchema,
	SR: srSchema,
	SM: smSchema,
	PBD: pbdSchema,
	PIF: pifSchema,
	VDI: vdiSchema,
	"VDI-snapshot": vdiSnapshotSchema,
	"VDI-unmanaged": vdiUnmanagedSchema,
	VBD: vbdSchema,
	VIF: vifSchema,
	network: networkSchema,
	message: messageSchema,
	task: xapiTaskSchema,
	patch: patchSchema,
	pool_patch: poolPatchSchema,
	PCI: pciSchema,
	PGPU: pgpuSchema,
	vgpu: vgpuSchema,
	gpuGroup: gpuGroupSchema,
	vgpuType: vgpuTypeSchema,
	VTPM: vtpmSchema,
	PUSB: pusbSchema,
	VUSB: vusbSchema,
	USB_group: usbGroupSchema,
	bond: bondSchema,
};

/** Value of the property `type` of a live object. */
export type ObjectType = keyof typeof objectSchemas;

/** Live object of the given type. */
export type XoObjectOf<T extends ObjectType> = Inferred<
	(typeof objectSchemas)[T]
>;

/** Any live object; `type` tells which. */
export type XoObject = { [T in ObjectType]: XoObjectOf<T> }[ObjectType];

/** Every type of live object. */
export const objectTypes = Object.keys(objectSchemas) as ObjectType[];

/** Name of the REST collection of the types that have one. */
export const restCollections: Readonly<Partial<Record<ObjectType, string>>> = {
	pool: "pools",
	host: "hosts",
	VM: "vms",
	"VM-controller": "vm-controllers",
	"VM-snapshot": "vm-snapshots",
	"VM-template": "vm-templates",
	SR: "srs",
	SM: "sms",
	PBD: "pbds",
	PIF: "pifs",
	VDI: "vdis",
	"VDI-snapshot": "vdi-snapshots",
	VBD: "vbds",
	VIF: "vifs",
	network: "networks",
	message: "messages",
	PCI: "pcis",
	PGPU: "pgpus",
};

export type { XoGpuGroup, XoPci, XoPgpu, XoVgpu, XoVgpuType } from "./gpu.ts";
export type { XoHost } from "./host.ts";
export { alarmSchema, type XoAlarm, type XoMessage } from "./message.ts";
export type { XoBond, XoNetwork, XoPif } from "./network.ts";
export type { XoPatch, XoPoolPatch } from "./patch.ts";
export type { XoPool } from "./pool.ts";
export { serverSchema, type XoServer } from "./server.ts";
export type { XoPbd, XoSm, XoSr } from "./sr.ts";
export type { HostStats, SrStats, VmStats } from "./stats.ts";
export { taskSchema, type XoTask, type XoXapiTask } from "./task.ts";
export type { XoPusb, XoUsbGroup, XoVusb } from "./usb.ts";
export {
	groupSchema,
	tokenSchema,
	userSchema,
	type XoGroup,
	type XoToken,
	type XoUser,
} from "./user.ts";
export type { XoVdi, XoVdiSnapshot, XoVdiUnmanaged } from "./vdi.ts";
export type { XoVm, XoVmController, XoVmSnapshot, XoVmTemplate } from "./vm.ts";
export type { XoVbd, XoVif, XoVtpm } from "./vm-devices.ts";
