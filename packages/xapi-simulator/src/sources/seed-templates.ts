import { NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Ref } from "../core/types.ts";
import defaultTemplates from "./generated/default-templates.json" with {
	type: "json",
};
import type { SeedContext } from "./seed-context.ts";

/** A default template, as the fields that a VM takes from it. */
export type TemplateFields = Readonly<Record<string, FieldValue>>;

const COMMON: TemplateFields = {
	power_state: "Halted",
	user_version: 1,
	is_a_template: true,
	is_control_domain: false,
	domid: -1,
	domarch: "",
	resident_on: NULL_REF,
	affinity: NULL_REF,
	VCPUs_params: {},
	actions_after_shutdown: "destroy",
	actions_after_reboot: "restart",
	actions_after_crash: "restart",
	PV_bootloader: "",
	PV_kernel: "",
	PV_ramdisk: "",
	PV_args: "",
	PV_bootloader_args: "",
	PV_legacy_args: "",
	PCI_bus: "",
	metrics: NULL_REF,
	guest_metrics: NULL_REF,
	domain_type: "hvm",
	hardware_platform_version: 0,
};

/** Adds the templates of a fresh host; gives them by reference label. */
export function addDefaultTemplates(
	context: SeedContext,
): Map<string, TemplateFields> {
	const byLabel = new Map<string, TemplateFields>();
	for (const template of defaultTemplates) {
		const fields: TemplateFields = {
			...COMMON,
			...withoutUndefined(template),
			is_default_template: true,
			has_vendor_device: template.reference_label.startsWith("windows"),
			other_config: {
				...withoutUndefined(template.other_config),
				mac_seed: context.random.uuid(),
			},
		};
		byLabel.set(template.reference_label, fields);
		context.create("VM", fields);
	}
	return byLabel;
}

/** Adds a template that somebody made of a VM, without disks. */
export function addCustomTemplate(
	context: SeedContext,
	{ base, name }: { base: TemplateFields; name: string },
): Ref {
	const { uuid: _, ...fields } = base;
	return context.create("VM", {
		...fields,
		name_label: name,
		name_description: `Golden image, ${context.ago(0).slice(0, 4)}`,
		is_default_template: false,
		tags: ["golden"],
		other_config: {
			base_template_name: String(base.name_label),
			mac_seed: context.random.uuid(),
		},
	});
}

function withoutUndefined(value: object): Record<string, FieldValue> {
	return Object.fromEntries(
		Object.entries(value).filter(([, field]) => field !== undefined),
	);
}
