import type { Database, Pool, Ref } from "../core/types.ts";
import {
	hostFacts,
	poolFacts,
	readScope,
	type Scope,
	srFacts,
	vbdFacts,
	vdiFacts,
	vifFacts,
} from "./facts.ts";
import { list, map, ref } from "./record.ts";
import { allowedApplianceOperations } from "./rules/appliance-rules.ts";
import { allowedHostOperations, refuseHost } from "./rules/host-rules.ts";
import { allowedPoolOperations, refusePool } from "./rules/pool-rules.ts";
import { busy, isIdle, type Refusal } from "./rules/refusal.ts";
import { allowedSrOperations, refuseSr } from "./rules/sr-rules.ts";
import { allowedVbdOperations, refuseVbd } from "./rules/vbd-rules.ts";
import { allowedVdiOperations, refuseVdi } from "./rules/vdi-rules.ts";
import { allowedVifOperations, refuseVif } from "./rules/vif-rules.ts";
import { allowedVmOperations, refuseVm } from "./rules/vm-rules.ts";
import { vmFacts } from "./vm-facts.ts";

/** How one class decides: what is refused, and what is listed. */
interface ClassRules {
	refuse(scope: Scope, ref: Ref, operation: string): Refusal | undefined;
	allowed(scope: Scope, ref: Ref): string[];
}

const RULES: Readonly<Record<string, ClassRules>> = {
	VM: {
		refuse: (scope, vm, operation) => refuseVm(vmFacts(scope, vm), operation),
		allowed: (scope, vm) => allowedVmOperations(vmFacts(scope, vm)),
	},
	VBD: {
		refuse: (scope, vbd, operation) =>
			refuseVbd(vbdFacts(scope, vbd), operation),
		allowed: (scope, vbd) => allowedVbdOperations(vbdFacts(scope, vbd)),
	},
	VIF: {
		refuse: (scope, vif, operation) =>
			refuseVif(vifFacts(scope, vif), operation),
		allowed: (scope, vif) => allowedVifOperations(vifFacts(scope, vif)),
	},
	VDI: {
		refuse: (scope, vdi, operation) =>
			refuseVdi(vdiFacts(scope, vdi), operation),
		allowed: (scope, vdi) => allowedVdiOperations(vdiFacts(scope, vdi)),
	},
	SR: {
		refuse: (scope, sr, operation) => refuseSr(srFacts(scope, sr), operation),
		allowed: (scope, sr) => allowedSrOperations(srFacts(scope, sr)),
	},
	host: {
		refuse: (scope, host, operation) =>
			refuseHost(hostFacts(scope, host), operation),
		allowed: (scope, host) => allowedHostOperations(hostFacts(scope, host)),
	},
	pool: {
		refuse: (scope, _pool, operation) =>
			refusePool(poolFacts(scope), operation),
		allowed: (scope) => allowedPoolOperations(poolFacts(scope)),
	},
	VM_appliance: {
		refuse: (scope, appliance) => {
			const record = scope.db.get("VM_appliance", appliance);
			const operations = map(record, "current_operations");
			if (isIdle(operations)) return undefined;
			return busy("VM_appliance", appliance, operations);
		},
		allowed: (scope, appliance) => {
			const record = scope.db.get("VM_appliance", appliance);
			return allowedApplianceOperations({
				isIdle: isIdle(map(record, "current_operations")),
				powerStates: list(record, "VMs").map(
					(vm) => scope.db.find("VM", vm)?.power_state,
				),
			});
		},
	},
};

/** Why the operation is impossible now, as XAPI would answer. */
export function refuseOperation(
	pool: Pool,
	target: { readonly className: string; readonly ref: Ref },
	operation: string,
): Refusal | undefined {
	const rules = RULES[target.className];
	return rules?.refuse(readScope(pool), target.ref, operation);
}

function recompute(scope: Scope, className: string, ref: Ref): void {
	const rules = RULES[className];
	const record = scope.db.find(className, ref);
	if (rules === undefined || record === undefined) return;
	const allowed = rules.allowed(scope, ref);
	const current = list(record, "allowed_operations");
	if (isSameList(allowed, current)) return;
	scope.db.update(className, ref, { allowed_operations: allowed });
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Refreshes `allowed_operations` of one object. */
export function recomputeAllowedOperations(
	pool: Pool,
	className: string,
	ref: Ref,
): void {
	recompute(readScope(pool), className, ref);
}

function neighboursOf(
	db: Database,
	className: string,
	target: Ref,
): readonly (readonly [className: string, ref: Ref])[] {
	const record = db.find(className, target);
	if (record === undefined) return [];
	switch (className) {
		case "VM":
			return [
				...list(record, "VBDs").flatMap((vbd) => [
					["VBD", vbd] as const,
					["VDI", ref(db.find("VBD", vbd) ?? {}, "VDI")] as const,
				]),
				...list(record, "VIFs").map((vif) => ["VIF", vif] as const),
				["VM_appliance", ref(record, "appliance")],
			];
		case "VBD": {
			const vdi = ref(record, "VDI");
			return [["VDI", vdi], ...neighboursOf(db, "VDI", vdi)];
		}
		case "VDI":
			return list(record, "VBDs").map((vbd) => ["VBD", vbd] as const);
		default:
			return [];
	}
}

/** Refreshes `allowed_operations` of an object and of those whose operations
 *  depend on it: a VM's devices and disks, a disk's devices. */
export function recomputeAround(pool: Pool, className: string, ref: Ref): void {
	const scope = readScope(pool);
	recompute(scope, className, ref);
	for (const [neighbour, neighbourRef] of neighboursOf(
		pool.db,
		className,
		ref,
	)) {
		recompute(scope, neighbour, neighbourRef);
	}
}

/** Refreshes `allowed_operations` of every object, for a pool whose rows came
 *  from a seed or a dump. */
export function recomputeAll(pool: Pool): void {
	const scope = readScope(pool);
	for (const className of Object.keys(RULES)) {
		for (const ref of pool.db.refs(className)) recompute(scope, className, ref);
	}
}
