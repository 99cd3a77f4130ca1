import type { XoVbd, XoVdi, XoVif, XoVm } from "@xo/contract";
import { type Refusal, refuse, runningOperation } from "./refusal.ts";

type VmOfDevice = Pick<XoVm, "power_state"> | undefined;

export type PlugAction = "connect" | "disconnect" | "delete" | "edit";

function whyNotPlug(
	device: { readonly attached: boolean },
	vm: VmOfDevice,
	action: PlugAction,
): Refusal | undefined {
	const isRunning = vm?.power_state === "Running";
	const state = () =>
		refuse("vmState", { states: "Running", actual: vm?.power_state ?? "" });
	switch (action) {
		case "connect":
			if (device.attached) return refuse("attached");
			return isRunning ? undefined : state();
		case "disconnect":
			if (!device.attached) return refuse("notAttached");
			return isRunning ? undefined : state();
		case "delete":
			// Unplugged first, which only a running VM can do.
			return device.attached && !isRunning ? state() : undefined;
		case "edit":
			return undefined;
	}
}

/** Why this cannot be done with a VBD now. `vm` is the VM that it is on. */
export function whyNotVbd(
	vbd: Pick<XoVbd, "attached" | "is_cd_drive">,
	vm: VmOfDevice,
	action: PlugAction,
): Refusal | undefined {
	const isPlug = action === "connect" || action === "disconnect";
	if (vbd.is_cd_drive && isPlug) return refuse("isCdDrive");
	return whyNotPlug(vbd, vm, action);
}

/** Why this cannot be done with a VIF now. `vm` is the VM that it is on. */
export function whyNotVif(
	vif: Pick<XoVif, "attached">,
	vm: VmOfDevice,
	action: PlugAction,
): Refusal | undefined {
	return whyNotPlug(vif, vm, action);
}

/** Why nothing can be ejected. `drive` is the VM's CD drive, if it has one. */
export function whyNotEject(
	drive: Pick<XoVbd, "VDI"> | undefined,
): Refusal | undefined {
	if (drive === undefined) return refuse("noDrive");
	return drive.VDI === undefined ? refuse("noMedium") : undefined;
}

export type VdiAction = "delete" | "resize" | "rename" | "attach" | "move";

/** Why this cannot be done with a VDI now. `isAttached`: a running VM has it
 *  plugged. */
export function whyNotVdi(
	vdi: Partial<Pick<XoVdi, "current_operations" | "missing">> & {
		readonly type: string;
	},
	action: VdiAction,
	isAttached: boolean,
): Refusal | undefined {
	if (action === "rename") return undefined;
	if (vdi.missing) return refuse("diskMissing");
	const isSnapshot = vdi.type === "VDI-snapshot";
	if (isSnapshot && action !== "delete") return refuse("diskIsSnapshot");
	const running = runningOperation(vdi.current_operations);
	if (running !== undefined) return refuse("diskInUse", { operation: running });
	return isAttached && action === "delete"
		? refuse("diskInUse", { operation: "attach" })
		: undefined;
}
