import type { XoObject } from "@xo/contract";
import type { Derive } from "./context.ts";
import {
	deriveGpuGroup,
	derivePci,
	derivePgpu,
	deriveVgpu,
	deriveVgpuType,
} from "./derive/gpu.ts";
import { deriveHost } from "./derive/host.ts";
import { deriveMessage, deriveTask } from "./derive/message.ts";
import { deriveBond, deriveNetwork, derivePif } from "./derive/network.ts";
import { derivePatch, derivePoolPatch } from "./derive/patch.ts";
import { derivePool } from "./derive/pool.ts";
import { derivePbd, deriveSm, deriveSr } from "./derive/sr.ts";
import { derivePusb, deriveUsbGroup, deriveVusb } from "./derive/usb.ts";
import { deriveVdi } from "./derive/vdi.ts";
import { deriveVm } from "./derive/vm.ts";
import { deriveVbd, deriveVif, deriveVtpm } from "./derive/vm-devices.ts";

/** The XAPI classes that give objects. */
export const derivations: ReadonlyMap<string, Derive<XoObject>> = new Map<
	string,
	Derive<XoObject>
>([
	["pool", derivePool],
	["host", deriveHost],
	["VM", deriveVm],
	["SR", deriveSr],
	["SM", deriveSm],
	["PBD", derivePbd],
	["PIF", derivePif],
	["VDI", deriveVdi],
	["VBD", deriveVbd],
	["VIF", deriveVif],
	["network", deriveNetwork],
	["message", deriveMessage],
	["task", deriveTask],
	["host_patch", derivePatch],
	["pool_patch", derivePoolPatch],
	["PCI", derivePci],
	["PGPU", derivePgpu],
	["VGPU", deriveVgpu],
	["GPU_group", deriveGpuGroup],
	["VGPU_type", deriveVgpuType],
	["VTPM", deriveVtpm],
	["PUSB", derivePusb],
	["VUSB", deriveVusb],
	["USB_group", deriveUsbGroup],
	["Bond", deriveBond],
]);

/** The XAPI classes that objects are made of: those that give objects, and
 *  those that only complete them. A mirror needs no other for the inventory. */
export const inventoryClasses: readonly string[] = [
	...derivations.keys(),
	"VM_metrics",
	"VM_guest_metrics",
	"host_metrics",
	"PIF_metrics",
	"Certificate",
	"pool_update",
];
