const STAMP_KEY = "xo:bench-sent-at";

/** What of a VM is compared with the pool's truth, and when it was sent. */
export interface VmState {
	readonly id: string;
	/** Epoch milliseconds; 0 when it was never changed. */
	readonly sentAt: number;
	/** Equal texts, equal states. */
	readonly text: string;
}

interface VmFields {
	readonly name_description: string;
	readonly power_state: string;
}

/** From an object of the daemon, undefined when it is no VM. */
export function stateOfObject(object: object): VmState | undefined {
	const vm = object as VmFields & {
		readonly id: string;
		readonly type: string;
		readonly other: Readonly<Record<string, string>>;
	};
	return vm.type === "VM" ? stateOf(vm.id, vm, vm.other) : undefined;
}

/** From a XAPI record of the class VM; undefined for templates, snapshots and
 *  control domains. */
export function stateOfRecord(record: object): VmState | undefined {
	const vm = record as VmFields & {
		readonly uuid: string;
		readonly other_config: Readonly<Record<string, string>>;
		readonly is_a_template: boolean;
		readonly is_a_snapshot: boolean;
		readonly is_control_domain: boolean;
	};
	return vm.is_a_template || vm.is_a_snapshot || vm.is_control_domain
		? undefined
		: stateOf(vm.uuid, vm, vm.other_config);
}

function stateOf(
	id: string,
	vm: VmFields,
	config: Readonly<Record<string, string>>,
): VmState {
	return {
		id,
		sentAt: Number(config[STAMP_KEY] ?? 0),
		text: JSON.stringify([
			vm.name_description,
			vm.power_state,
			config.last_check ?? null,
		]),
	};
}
