import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { flag, isNull, list, map, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { mapSetters, plainSetters } from "./setters.ts";

const refresh = ({ pool }: CallContext, vm: Ref) =>
	recomputeAround(pool, "VM", vm);

async function makeTemplate(
	outer: CallContext,
	vm: Ref,
	value: boolean,
): Promise<undefined> {
	const record = outer.db.get("VM", vm);
	if (value) {
		const operation = "make_into_template";
		await withOperation(
			outer,
			{ className: "VM", ref: vm, operation },
			({ db }) => db.update("VM", vm, { is_a_template: true }),
		);
		return;
	}
	if (flag(record, "is_default_template")) {
		raise(["VM_IS_TEMPLATE", vm, "provision"]);
	}
	outer.db.update("VM", vm, {
		is_a_template: false,
		is_default_template: false,
	});
	refresh(outer, vm);
}

function makeDefaultTemplate(
	context: CallContext,
	vm: Ref,
	value: boolean,
): undefined {
	context.db.update("VM", vm, {
		is_default_template: value,
		...(value ? { is_a_template: true } : {}),
	});
	refresh(context, vm);
}

const HA_PRIORITIES = new Set(["", "restart", "best-effort"]);

function setHaPriority(
	{ db, pool }: CallContext,
	vm: Ref,
	value: string,
): undefined {
	if (!HA_PRIORITIES.has(value)) {
		raise(["INVALID_VALUE", "ha_restart_priority", value]);
	}
	const record = db.get("VM", vm);
	const isHa = flag(db.get("pool", pool.poolRef()), "ha_enabled");
	if (isHa && value === "restart") assertAgile({ db }, vm);
	const isRunning = record.power_state === "Running";
	db.update("VM", vm, {
		ha_restart_priority: value,
		ha_always_run: value === "restart" && isRunning,
	});
}

/** A VM can move freely when all its disks are on shared storage. */
function assertAgile({ db }: Pick<CallContext, "db">, vm: Ref): undefined {
	for (const vbd of list(db.get("VM", vm), "VBDs")) {
		const vdi = db.find("VDI", ref(db.get("VBD", vbd), "VDI"));
		if (vdi === undefined) continue;
		const sr = ref(vdi, "SR");
		if (!flag(db.get("SR", sr), "shared")) {
			raise(["HA_CONSTRAINT_VIOLATION_SR_NOT_SHARED", sr]);
		}
	}
}

function nonNegative(field: string) {
	return ({ db }: CallContext, vm: Ref, value: number): undefined => {
		if (value < 0) raise(["INVALID_VALUE", field, String(value)]);
		db.update("VM", vm, { [field]: value });
	};
}

/** Bios strings are given once, while the VM is down. */
function setBiosStrings(
	{ db }: CallContext,
	vm: Ref,
	value: Readonly<Record<string, string>>,
): undefined {
	const record = db.get("VM", vm);
	if (Object.keys(map(record, "bios_strings")).length > 0) {
		raise(["VM_BIOS_STRINGS_ALREADY_SET"]);
	}
	db.update("VM", vm, { bios_strings: value });
}

function setAppliance(
	context: CallContext,
	vm: Ref,
	appliance: Ref,
): undefined {
	const { db, pool } = context;
	const before = ref(db.get("VM", vm), "appliance");
	if (!isNull(appliance)) db.get("VM_appliance", appliance);
	db.update("VM", vm, { appliance });
	recomputeAround(pool, "VM_appliance", before);
	refresh(context, vm);
}

function setGroups({ db }: CallContext, vm: Ref, groups: Ref[]): undefined {
	if (groups.length > 1) {
		raise(["OPERATION_NOT_ALLOWED", "The VM can't be in more than one group"]);
	}
	db.update("VM", vm, { groups });
}

function setDomainType(
	{ db, pool }: CallContext,
	vm: Ref,
	type: string,
): undefined {
	const state = text(db.get("VM", vm), "power_state");
	if (state !== "Halted") {
		raise(["VM_BAD_POWER_STATE", vm, "halted", state.toLowerCase()]);
	}
	db.update("VM", vm, {
		domain_type: type,
		HVM_boot_policy: type === "hvm" ? "BIOS order" : "",
	});
	recomputeAround(pool, "VM", vm);
}

async function changeNvram(
	outer: CallContext,
	vm: Ref,
	change: (current: Record<string, string>) => Record<string, string>,
): Promise<undefined> {
	const target = { className: "VM", ref: vm, operation: "changing_NVRAM" };
	await withOperation(outer, target, ({ db }) => {
		const current = { ...map(db.get("VM", vm), "NVRAM") };
		db.update("VM", vm, { NVRAM: change(current) });
	});
}

function setVendorDevice(
	{ db }: CallContext,
	vm: Ref,
	value: boolean,
): undefined {
	const state = text(db.get("VM", vm), "power_state");
	if (state !== "Halted") {
		raise(["VM_BAD_POWER_STATE", vm, "Halted", state.toLowerCase()]);
	}
	db.update("VM", vm, { has_vendor_device: value });
}

export const vmSettingsHandlers: HandlerTable = {
	...plainSetters("VM", [
		"ha_always_run",
		"snapshot_schedule",
		"suspend_VDI",
		"actions_after_crash",
	]),
	...mapSetters("VM", "other_config", refresh),
	...mapSetters("VM", "platform", refresh),
	...mapSetters("VM", "blocked_operations", refresh),
	"VM.set_is_a_template": makeTemplate,
	"VM.set_is_default_template": makeDefaultTemplate,
	"VM.set_ha_restart_priority": setHaPriority,
	"VM.assert_agile": assertAgile,
	"VM.set_start_delay": nonNegative("start_delay"),
	"VM.set_shutdown_delay": nonNegative("shutdown_delay"),
	"VM.set_order": nonNegative("order"),
	"VM.set_bios_strings": setBiosStrings,
	"VM.copy_bios_strings": (context, vm: Ref, host: Ref) =>
		setBiosStrings(
			context,
			vm,
			map(context.db.get("host", host), "bios_strings"),
		),
	"VM.set_appliance": setAppliance,
	"VM.set_groups": setGroups,
	"VM.set_domain_type": setDomainType,
	"VM.set_HVM_boot_policy": ({ db, pool }, vm: Ref, policy: string) => {
		db.update("VM", vm, {
			HVM_boot_policy: policy,
			domain_type: policy === "" ? "pv" : "hvm",
		});
		recomputeAround(pool, "VM", vm);
		return undefined;
	},
	"VM.set_NVRAM": (context, vm: Ref, value: Record<string, string>) =>
		changeNvram(context, vm, () => value),
	"VM.add_to_NVRAM": (context, ...[vm, key, value]: [Ref, string, string]) =>
		changeNvram(context, vm, (current) => ({ ...current, [key]: value })),
	"VM.remove_from_NVRAM": (context, vm: Ref, key: string) =>
		changeNvram(context, vm, ({ [key]: _removed, ...rest }) => rest),
	"VM.set_NVRAM_EFI_variables": ({ db }, vm: Ref, value: string) => {
		const current = map(db.get("VM", vm), "NVRAM");
		db.update("VM", vm, { NVRAM: { ...current, "EFI-variables": value } });
		return undefined;
	},
	"VM.set_uefi_mode": ({ db }, vm: Ref, mode: string) => {
		db.get("VM", vm);
		return mode;
	},
	"VM.get_secureboot_readiness": ({ db }, vm: Ref) => {
		const record = db.get("VM", vm);
		const isUefi = map(record, "HVM_boot_params").firmware === "uefi";
		if (!isUefi) return "not_supported";
		return map(record, "platform").secureboot === "true" ? "ready" : "disabled";
	},
	"VM.set_has_vendor_device": setVendorDevice,
	"VM.add_to_VCPUs_params_live": (
		{ db },
		...[vm, key, value]: [Ref, string, string]
	) => {
		const params = map(db.get("VM", vm), "VCPUs_params");
		db.update("VM", vm, { VCPUs_params: { ...params, [key]: value } });
		return undefined;
	},
	"VM.update_snapshot_metadata": (
		{ db },
		...[vm, snapshotOf, time, id]: [Ref, Ref, string, string]
	) => {
		db.update("VM", vm, {
			is_a_snapshot: true,
			snapshot_of: snapshotOf,
			snapshot_time: time,
			transportable_snapshot_id: id,
		} satisfies Record<string, FieldValue>);
		return undefined;
	},
	"VM.query_services": ({ db }, vm: Ref) => {
		db.get("VM", vm);
		return {};
	},
};
