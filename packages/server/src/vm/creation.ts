import {
	invalidParameters,
	type XoObject,
	type XoVmTemplate,
} from "@xo/contract";
import type { NewVm } from "./new-vm.ts";
import type { VmCall } from "./vm-call.ts";
import type { ObjectLookup } from "./vm-power.ts";

/** What making a VM needs besides the wishes. */
export interface Creation {
	/** About the template until there is a VM, then about that. */
	readonly call: VmCall;
	readonly template: XoVmTemplate;
	readonly wanted: NewVm;
	readonly objects: ObjectLookup;
	readonly userId: string | undefined;
	readonly now: number;
	readonly vgpu:
		| { readonly group: XoObject; readonly type: XoObject | undefined }
		| undefined;
}

/** An object of the template's pool that the wishes name. */
export function findInPool<T extends XoObject["type"]>(
	{ objects, template }: Pick<Creation, "objects" | "template">,
	type: T,
	id: string,
): Extract<XoObject, { type: T }> {
	const object = objects.find(id);
	if (object?.type !== type || object.$pool !== template.$pool) {
		throw invalidParameters(
			`the pool of the template has no ${type} with the id ${id}`,
			{ id, type },
		);
	}
	return object as Extract<XoObject, { type: T }>;
}
