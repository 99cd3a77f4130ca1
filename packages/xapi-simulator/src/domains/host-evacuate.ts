import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { freeMemory, memoryNeed } from "./host-memory.ts";
import { withOperation } from "./operations.ts";
import { refuseBoot } from "./placement.ts";
import { refuseOperation } from "./recompute.ts";
import { flag, list } from "./record.ts";
import { type Refusal, raise } from "./rules/refusal.ts";

const DEFAULT_BATCH = 10;

type Plan = ReadonlyMap<
	Ref,
	{ readonly host: Ref } | { readonly error: Refusal }
>;

/** Where each guest of a host can go, filling the emptiest hosts first. */
function planEvacuation({ db, pool }: CallContext, source: Ref): Plan {
	const plan = new Map<Ref, { host: Ref } | { error: Refusal }>();
	const free = new Map<Ref, number>();
	for (const host of db.refs("host")) {
		if (host !== source) free.set(host, freeMemory(pool, host));
	}
	for (const vm of list(db.get("host", source), "resident_VMs")) {
		const record = db.get("VM", vm);
		if (flag(record, "is_control_domain")) continue;
		const needed = memoryNeed(pool, record);
		const target = { className: "VM", ref: vm };
		const immobile = refuseOperation(pool, target, "pool_migrate");
		if (immobile !== undefined) {
			plan.set(vm, { error: immobile });
			continue;
		}
		let error: Refusal = ["NO_HOSTS_AVAILABLE", vm];
		let best: Ref | undefined;
		for (const [host, bytes] of free) {
			const options = { ignoresMemory: true };
			const refusal =
				refuseBoot(pool, { vm, host }, options) ??
				(needed > bytes
					? ([
							"HOST_NOT_ENOUGH_FREE_MEMORY",
							String(needed),
							String(bytes),
						] as const)
					: undefined);
			if (refusal !== undefined) error = refusal;
			else if (best === undefined || bytes > (free.get(best) ?? 0)) best = host;
		}
		if (best === undefined) plan.set(vm, { error });
		else {
			plan.set(vm, { host: best });
			free.set(best, (free.get(best) ?? 0) - needed);
		}
	}
	return plan;
}

function preventing(context: CallContext, host: Ref): FieldValue {
	const found: Record<string, FieldValue> = {};
	for (const [vm, step] of planEvacuation(context, host)) {
		if ("error" in step) found[vm] = [...step.error];
	}
	return found;
}

function assertCanEvacuate(context: CallContext, host: Ref): undefined {
	for (const step of planEvacuation(context, host).values()) {
		if ("error" in step) raise(step.error);
	}
}

async function evacuate(
	outer: CallContext,
	...[host, _network, batchSize = 0]: [Ref, Ref?, number?]
): Promise<undefined> {
	assertCanEvacuate(outer, host);
	const target = { className: "host", ref: host, operation: "evacuate" };
	await withOperation(outer, target, async (context) => {
		const moves = [...planEvacuation(context, host)];
		const size = batchSize > 0 ? batchSize : DEFAULT_BATCH;
		for (let from = 0; from < moves.length; from += size) {
			const batch = moves.slice(from, from + size);
			await Promise.all(
				batch.map(([vm, step]) =>
					"host" in step
						? context.pool.invoke(context, "VM.pool_migrate", [
								vm,
								step.host,
								{ live: "true" },
							])
						: undefined,
				),
			);
		}
	});
}

export const hostEvacuateHandlers: HandlerTable = {
	"host.evacuate": evacuate,
	"host.assert_can_evacuate": assertCanEvacuate,
	"host.get_vms_which_prevent_evacuation": preventing,
	"host.get_uncooperative_resident_VMs": ({ db }, host: Ref) => {
		db.get("host", host);
		return [];
	},
	"host.retrieve_wlb_evacuate_recommendations": () => {
		raise(["WLB_NOT_INITIALIZED"]);
		return {};
	},
};
