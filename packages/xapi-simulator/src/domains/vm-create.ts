import { messageOf } from "@xo/std";
import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { memoryOverhead } from "./host-memory.ts";
import { withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { map, NULL_REF, text, without } from "./record.ts";
import { type ProvisionDisk, parseProvision } from "./rules/provision-xml.ts";
import { raise } from "./rules/refusal.ts";
import { assertSrPlugged } from "./vdi.ts";
import { createVdi } from "./vdi-records.ts";

type Fields = Readonly<Record<string, FieldValue>>;

function create({ db, pool }: CallContext, fields: Fields): Ref {
	const state = text(fields, "power_state") || "Halted";
	if (state !== "Halted" && state !== "Suspended") {
		raise(["INVALID_VALUE", "power_state", state]);
	}
	const otherConfig = map(fields, "other_config");
	const vm = db.create("VM", {
		...fields,
		power_state: state,
		other_config:
			otherConfig.mac_seed === undefined
				? { ...otherConfig, mac_seed: pool.newUuid() }
				: otherConfig,
		memory_overhead: memoryOverhead(pool, fields),
		is_default_template: false,
		is_control_domain: false,
		domid: -1,
		resident_on: NULL_REF,
		metrics: db.create("VM_metrics", {}),
		guest_metrics: NULL_REF,
	});
	recomputeAround(pool, "VM", vm);
	return vm;
}

function readDisks(xml: string | undefined): ProvisionDisk[] {
	if (xml === undefined) return [];
	try {
		return parseProvision(xml);
	} catch (error) {
		raise(["INTERNAL_ERROR", `provision XML: ${messageOf(error)}`]);
		return [];
	}
}

function addDisk(context: CallContext, vm: Ref, disk: ProvisionDisk): void {
	const { db, pool } = context;
	const sr = db.findByUuid("SR", disk.sr);
	if (sr === undefined) {
		raise(["UUID_INVALID", "sr", disk.sr]);
		return;
	}
	assertSrPlugged(context, sr);
	const vdi = createVdi(pool, {
		SR: sr,
		name_label: disk.device,
		name_description: "Created by template provisioner",
		type: disk.type,
		virtual_size: disk.sizeBytes,
		sm_config: { vmhint: text(db.get("VM", vm), "uuid") },
	});
	db.create("VBD", {
		VM: vm,
		VDI: vdi,
		userdevice: disk.device,
		bootable: disk.isBootable,
		mode: "RW",
		type: "Disk",
		unpluggable: true,
		empty: false,
		other_config: { owner: "" },
		metrics: db.create("VBD_metrics", {}),
	});
}

async function provision(outer: CallContext, vm: Ref): Promise<undefined> {
	const target = {
		className: "VM",
		ref: vm,
		operation: "provision",
		durationMs: DURATION_MS.provision,
	};
	await withOperation(outer, target, (context) => {
		const { db } = context;
		const config = map(db.get("VM", vm), "other_config");
		for (const disk of readDisks(config.disks)) addDisk(context, vm, disk);
		db.update("VM", vm, {
			is_a_template: false,
			other_config: without(
				map(db.get("VM", vm), "other_config"),
				"disks",
				"postinstall",
			),
		});
	});
}

export const vmCreateHandlers: HandlerTable = {
	"VM.create": create,
	"VM.provision": provision,
};
