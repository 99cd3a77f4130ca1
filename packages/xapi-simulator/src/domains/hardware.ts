import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { recomputeAround } from "./recompute.ts";
import { flag, isNull, list, NULL_REF, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

function assertHalted({ db }: CallContext, vm: Ref): void {
	const state = text(db.get("VM", vm), "power_state");
	if (state === "Halted") return;
	raise(["VM_BAD_POWER_STATE", vm, "halted", state.toLowerCase()]);
}

function createVgpu(
	context: CallContext,
	...[VM, GPU_group, device = "0", other_config = {}, type = NULL_REF]: [
		Ref,
		Ref,
		string?,
		Record<string, string>?,
		Ref?,
	]
): Ref {
	const { db, pool } = context;
	assertHalted(context, VM);
	db.get("GPU_group", GPU_group);
	const fields = { VM, GPU_group, device, other_config, type };
	const vgpu = db.create("VGPU", fields);
	recomputeAround(pool, "VM", VM);
	return vgpu;
}

function destroyVgpu(context: CallContext, vgpu: Ref): undefined {
	const vm = ref(context.db.get("VGPU", vgpu), "VM");
	if (context.db.find("VM", vm)) assertHalted(context, vm);
	context.db.destroy("VGPU", vgpu);
	recomputeAround(context.pool, "VM", vm);
}

function createVusb(
	context: CallContext,
	...[VM, USB_group, other_config = {}]: [Ref, Ref, Record<string, string>?]
): Ref {
	const { db, pool } = context;
	db.get("VM", VM);
	if (list(db.get("USB_group", USB_group), "VUSBs").length > 0) {
		raise(["USB_GROUP_CONTAINS_VUSB", USB_group]);
	}
	const vusb = db.create("VUSB", { VM, USB_group, other_config });
	recomputeAround(pool, "VM", VM);
	return vusb;
}

function destroyVusb(context: CallContext, vusb: Ref): undefined {
	const record = context.db.get("VUSB", vusb);
	if (flag(record, "currently_attached")) {
		raise(["OPERATION_NOT_ALLOWED", "VUSB is still attached"]);
	}
	context.db.destroy("VUSB", vusb);
	recomputeAround(context.pool, "VM", ref(record, "VM"));
}

function unplugVusb({ db }: CallContext, vusb: Ref): undefined {
	if (!flag(db.get("VUSB", vusb), "currently_attached")) {
		raise(["DEVICE_ALREADY_DETACHED", vusb]);
	}
	db.update("VUSB", vusb, { currently_attached: false });
}

/** A device that may be passed through has a group of its own. */
function setPassthrough(
	{ db }: CallContext,
	pusb: Ref,
	value: boolean,
): undefined {
	const group = ref(db.get("PUSB", pusb), "USB_group");
	if (!value && db.find("USB_group", group)) {
		const [vusb] = list(db.get("USB_group", group), "VUSBs");
		if (vusb !== undefined) raise(["USB_GROUP_CONTAINS_VUSB", vusb]);
		db.update("PUSB", pusb, { USB_group: NULL_REF });
		db.destroy("USB_group", group);
	}
	if (value && isNull(group)) {
		const created = db.create("USB_group", { name_label: "Group of 1 USB" });
		db.update("PUSB", pusb, { USB_group: created });
	}
	db.update("PUSB", pusb, { passthrough_enabled: value });
}

function setGpuAccess(pgpu: "enabled" | "disabled") {
	return ({ db }: CallContext, ref: Ref): string => {
		db.update("PGPU", ref, { dom0_access: pgpu });
		return pgpu;
	};
}

const hiddenPcis = new WeakMap<object, Set<Ref>>();

function setPciAccess(isVisible: boolean) {
	return ({ db, pool }: CallContext, pci: Ref): string => {
		db.get("PCI", pci);
		const hidden = hiddenPcis.get(pool) ?? new Set<Ref>();
		hiddenPcis.set(pool, hidden);
		if (isVisible) hidden.delete(pci);
		else hidden.add(pci);
		// It takes a reboot until dom0 lets go of the device.
		return isVisible ? "enable_on_reboot" : "disable_on_reboot";
	};
}

export const hardwareHandlers: HandlerTable = {
	"VGPU.create": createVgpu,
	"VGPU.destroy": destroyVgpu,
	"VUSB.create": createVusb,
	"VUSB.destroy": destroyVusb,
	"VUSB.unplug": unplugVusb,
	"PUSB.set_passthrough_enabled": setPassthrough,
	"PUSB.scan": ({ db }, host: Ref) => {
		db.get("host", host);
		return undefined;
	},
	"PGPU.enable_dom0_access": setGpuAccess("enabled"),
	"PGPU.disable_dom0_access": setGpuAccess("disabled"),
	"PGPU.set_GPU_group": ({ db }, pgpu: Ref, group: Ref) => {
		db.get("GPU_group", group);
		db.update("PGPU", pgpu, { GPU_group: group });
		return undefined;
	},
	"GPU_group.create": (
		{ db },
		...[name_label = "", name_description = "", other_config = {}]: [
			string?,
			string?,
			Record<string, string>?,
		]
	) => db.create("GPU_group", { name_label, name_description, other_config }),
	"GPU_group.destroy": ({ db }, group: Ref) => {
		const [vgpu] = list(db.get("GPU_group", group), "VGPUs");
		if (vgpu !== undefined) raise(["GPU_GROUP_CONTAINS_VGPU", vgpu]);
		db.destroy("GPU_group", group);
		return undefined;
	},
	"PCI.enable_dom0_access": setPciAccess(true),
	"PCI.disable_dom0_access": setPciAccess(false),
	"PCI.get_dom0_access_status": ({ db, pool }, pci: Ref) => {
		db.get("PCI", pci);
		const isHidden = hiddenPcis.get(pool)?.has(pci) === true;
		return isHidden ? "disable_on_reboot" : "enabled";
	},
};
