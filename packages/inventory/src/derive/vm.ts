import type {
	XoVm,
	XoVmController,
	XoVmSnapshot,
	XoVmTemplate,
} from "@xo/contract";
import type { Context } from "../context.ts";
import { defaultTemplateId, isDefaultTemplate } from "../identity.ts";
import {
	flag,
	number,
	refOf,
	stringMap,
	strings,
	text,
	timestamp,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";
import { templateInfo } from "./template-info.ts";
import { vmContainer } from "./vm-container.ts";
import { vmCreation, vmDocker, vmResourceSet } from "./vm-extras.ts";
import { vmGuest, vmTools } from "./vm-guest.ts";
import { vmHardware } from "./vm-hardware.ts";
import { vmVulnerabilities } from "./vm-vulnerabilities.ts";

export function deriveVm(
	vm: XapiRecord,
	context: Context,
): XoVm | XoVmController | XoVmSnapshot | XoVmTemplate {
	if (flag(vm, "is_control_domain")) {
		return common("VM-controller", vm, context);
	}
	const snapshotOf = context.link("VM", refOf(vm, "snapshot_of"));
	if (flag(vm, "is_a_snapshot") || snapshotOf !== undefined) {
		return {
			...common("VM-snapshot", vm, context),
			snapshot_time: timestamp(vm, "snapshot_time"),
			$snapshot_of: snapshotOf,
			suspendVdi: context.link("VDI", refOf(vm, "suspend_VDI")),
		};
	}
	if (flag(vm, "is_a_template")) return deriveTemplate(vm, context);
	const guestMetrics = guestMetricsOf(vm, context);
	return {
		...common("VM", vm, context),
		vulnerabilities: vmVulnerabilities(vm, guestMetrics),
	};
}

function deriveTemplate(vm: XapiRecord, context: Context): XoVmTemplate {
	const template = common("VM-template", vm, context);
	const isDefault = isDefaultTemplate(vm);
	if (isDefault) {
		template.id = defaultTemplateId(context.poolId, template.uuid);
	}
	return {
		...template,
		isDefaultTemplate: isDefault,
		template_info: templateInfo(vm),
	};
}

function guestMetricsOf(vm: XapiRecord, context: Context) {
	return context.record("VM_guest_metrics", refOf(vm, "guest_metrics"));
}

function common<const T extends string>(
	type: T,
	vm: XapiRecord,
	context: Context,
) {
	const metrics = context.record("VM_metrics", refOf(vm, "metrics"));
	const tools = vmTools(vm, guestMetricsOf(vm, context));
	return {
		...base(type, vm, context),
		...identityAndLinks(vm, context),
		...vmHardware(vm, { metrics, tools, context }),
		...vmGuest(tools),
		...extras(vm),
		high_availability: text(vm, "ha_restart_priority"),
		installTime: metrics && timestamp(metrics, "install_time"),
		startTime: metrics && timestamp(metrics, "start_time"),
		startDelay: number(vm, "start_delay"),
	};
}

function identityAndLinks(vm: XapiRecord, context: Context) {
	const vgpus = context.links("VGPU", strings(vm, "VGPUs"));
	return {
		$container: vmContainer(vm, context),
		$VBDs: context.links("VBD", strings(vm, "VBDs")),
		VGPUs: vgpus,
		$VGPUs: vgpus,
		VIFs: context.links("VIF", strings(vm, "VIFs")),
		VTPMs: context.links("VTPM", strings(vm, "VTPMs")),
		affinityHost: context.link("host", refOf(vm, "affinity")),
		blockedOperations: stringMap(vm, "blocked_operations"),
		current_operations: operationsByTaskId(vm, context),
		name_description: text(vm, "name_description"),
		name_label: text(vm, "name_label"),
		parent: context.link("VM", refOf(vm, "parent")),
		power_state: (text(vm, "power_state") || "Halted") as XoVm["power_state"],
		snapshots: context.links("VM", strings(vm, "snapshots")),
		suspendSr: context.link("SR", refOf(vm, "suspend_SR")),
		tags: strings(vm, "tags"),
		xenStoreData: stringMap(vm, "xenstore_data"),
	};
}

function extras(vm: XapiRecord) {
	const other = stringMap(vm, "other_config");
	return {
		other,
		auto_poweron: other.auto_poweron === "true",
		creation: vmCreation(vm),
		docker: vmDocker(other),
		notes: other["xo:notes"],
		resourceSet: vmResourceSet(other),
	};
}

function operationsByTaskId(vm: XapiRecord, context: Context) {
	const byRef = stringMap(vm, "current_operations");
	const byId: Record<string, string> = {};
	for (const ref in byRef) {
		const taskId = context.link("task", ref);
		const operation = byRef[ref];
		if (taskId !== undefined && operation !== undefined) {
			byId[taskId] = operation;
		}
	}
	return byId;
}
