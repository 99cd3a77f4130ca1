import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { possibleHosts, refuseBoot } from "./placement.ts";
import { recomputeAllowedOperations } from "./recompute.ts";
import { isNull, ref } from "./record.ts";
import { raise } from "./rules/refusal.ts";

function assertOperationValid(
	{ pool }: CallContext,
	vm: Ref,
	operation: string,
): undefined {
	assertPossible(pool, { className: "VM", ref: vm }, operation);
}

/** A guest plugin; `guest-agent-operation` is the one that guests have. */
async function callPlugin(
	outer: CallContext,
	...[vm, plugin]: [Ref, string, string, Record<string, string>]
): Promise<string> {
	const target = {
		className: "VM",
		ref: vm,
		operation: "call_plugin",
		durationMs: DURATION_MS.plugin,
	};
	return withOperation(outer, target, ({ db }) => {
		const guest = ref(db.get("VM", vm), "guest_metrics");
		if (plugin !== "guest-agent-operation") {
			raise(["XENAPI_MISSING_PLUGIN", plugin]);
		}
		if (isNull(guest) || db.find("VM_guest_metrics", guest) === undefined) {
			raise(["VM_LACKS_FEATURE", vm]);
		}
		return "";
	});
}

export const vmQueryHandlers: HandlerTable = {
	"VM.get_possible_hosts": ({ pool }, vm: Ref) => possibleHosts(pool, vm),
	"VM.assert_can_boot_here": ({ pool }, vm: Ref, host: Ref) => {
		raise(refuseBoot(pool, { vm, host }));
		return undefined;
	},
	"VM.assert_operation_valid": assertOperationValid,
	"VM.update_allowed_operations": ({ pool, db }, vm: Ref) => {
		db.get("VM", vm);
		recomputeAllowedOperations(pool, "VM", vm);
		return undefined;
	},
	"VM.get_boot_record": ({ pool, db }, vm: Ref) => {
		assertPossible(pool, { className: "VM", ref: vm }, "get_boot_record");
		return db.get("VM", vm);
	},
	"VM.call_plugin": callPlugin,
	"VM.call_host_plugin": (
		context,
		...[vm, plugin, fn, args]: [Ref, string, string, Record<string, string>]
	) => {
		const host = ref(context.db.get("VM", vm), "resident_on");
		return context.pool.invoke(context, "host.call_plugin", [
			host,
			plugin,
			fn,
			args,
		]);
	},
	"VM.get_SRs_required_for_recovery": () => [],
	"VM.retrieve_wlb_recommendations": () => {
		raise(["WLB_NOT_INITIALIZED"]);
		return {};
	},
	"VM.restart_device_models": async (context, vm: Ref) => {
		const state = String(context.db.get("VM", vm).power_state);
		if (state !== "Running") {
			raise(["VM_BAD_POWER_STATE", vm, "running", state.toLowerCase()]);
		}
		await context.pool.spend(context, DURATION_MS.hardReboot);
		return undefined;
	},
};
