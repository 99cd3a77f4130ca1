import { flag, stringMap, text, type XapiRecord } from "./records.ts";

/** Whether a VM record is a template that came with the pool: the same uuid
 *  exists in every pool, so that its id must be qualified. */
export function isDefaultTemplate(vm: XapiRecord): boolean {
	if (!flag(vm, "is_a_template")) return false;
	if (flag(vm, "is_a_snapshot") || flag(vm, "is_control_domain")) return false;
	return (
		flag(vm, "is_default_template") ||
		stringMap(vm, "other_config").default_template === "true"
	);
}

/** Uuid of a record, or its ref where the class has none. */
export function uuidOf(record: XapiRecord, ref: string): string {
	return text(record, "uuid") || ref;
}

export function defaultTemplateId(poolId: string, uuid: string): string {
	return `${poolId}-${uuid}`;
}

/** Whether links to a record give another id than before. */
export function identityChanged(
	className: string,
	before: XapiRecord | undefined,
	after: XapiRecord | undefined,
): boolean {
	if (before === undefined || after === undefined) return before !== after;
	if (before.uuid !== after.uuid) return true;
	return (
		className === "VM" && isDefaultTemplate(before) !== isDefaultTemplate(after)
	);
}
