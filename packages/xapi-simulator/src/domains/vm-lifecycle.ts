import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import {
	dropSuspendImage,
	enterDomain,
	leaveDomain,
	prepareBoot,
	rebootDomain,
} from "./domain.ts";
import { DURATION_MS } from "./durations.ts";
import { readScope, vbdFacts } from "./facts.ts";
import { reserveMemory } from "./host-memory.ts";
import { nameWithUuid, tellOfVm } from "./notify.ts";
import {
	assertPossible,
	cancelOperations,
	withOperation,
} from "./operations.ts";
import { chooseHost, refuseBoot } from "./placement.ts";
import { recomputeAround } from "./recompute.ts";
import { flag, list, NULL_REF, ref } from "./record.ts";
import { memoryRefusal } from "./rules/memory-rules.ts";
import { raise } from "./rules/refusal.ts";
import { refuseVbd } from "./rules/vbd-rules.ts";

/** Gives way to a hard shutdown. */
const CANCELLED_BY_HARD_SHUTDOWN = new Set([
	"clean_shutdown",
	"clean_reboot",
	"hard_reboot",
	"pool_migrate",
	"call_plugin",
	"shutdown",
	"suspend",
]);
const CANCELLED_BY_HARD_REBOOT = new Set([
	"clean_shutdown",
	"clean_reboot",
	"shutdown",
]);

/** The host to run on: the given one if it can, else the best.
 *  @throws XapiFailure why there is none */
export function resolveHost(
	{ pool }: CallContext,
	vm: Ref,
	wanted: Ref | undefined,
): Ref {
	if (wanted !== undefined) {
		raise(refuseBoot(pool, { vm, host: wanted }));
		return wanted;
	}
	const host = chooseHost(pool, vm);
	if (typeof host !== "string") {
		raise(host);
		return NULL_REF;
	}
	raise(refuseBoot(pool, { vm, host }));
	return host;
}

function assertDisksFree({ pool, db }: CallContext, vm: Ref): void {
	const scope = readScope(pool);
	for (const vbd of list(db.get("VM", vm), "VBDs")) {
		const record = db.get("VBD", vbd);
		if (!flag(record, "empty")) db.get("VDI", ref(record, "VDI"));
		raise(refuseVbd(vbdFacts(scope, vbd), "attach"));
	}
}

interface Start {
	readonly vm: Ref;
	readonly operation: "start" | "start_on";
	readonly host: Ref | undefined;
	readonly isPaused: boolean;
}

async function start(outer: CallContext, request: Start): Promise<undefined> {
	const { vm, operation } = request;
	const target = { className: "VM", ref: vm, operation };
	await withOperation(outer, target, async (context) => {
		const { pool, db } = context;
		raise(memoryRefusal(db.get("VM", vm)));
		assertDisksFree(context, vm);
		const host = resolveHost(context, vm, request.host);
		prepareBoot(pool, vm);
		{
			using _reserved = reserveMemory(pool, host, vm);
			db.update("VM", vm, { scheduled_to_be_resident_on: host });
			try {
				await pool.spend(context, DURATION_MS.start);
			} catch (error) {
				db.update("VM", vm, { scheduled_to_be_resident_on: NULL_REF });
				throw error;
			}
		}
		enterDomain(context, vm, {
			host,
			isPaused: request.isPaused,
			isBoot: true,
		});
		const where = nameWithUuid(db.get("host", host));
		tellOfVm(pool, vm, {
			name: "VM_STARTED",
			event: `started on host: ${where}`,
		});
	});
}

async function cleanShutdown(outer: CallContext, vm: Ref): Promise<undefined> {
	const target = {
		className: "VM",
		ref: vm,
		operation: "clean_shutdown",
		durationMs: DURATION_MS.cleanShutdown,
	};
	await withOperation(outer, target, (context) => {
		const { pool, db } = context;
		const isRestarted = db.get("VM", vm).actions_after_shutdown === "restart";
		if (isRestarted) rebootDomain(context, vm);
		else leaveDomain(pool, vm, "Halted");
		tellOfVm(pool, vm, { name: "VM_SHUTDOWN", event: "was cleanly shut down" });
	});
}

async function hardShutdown(outer: CallContext, vm: Ref): Promise<undefined> {
	assertPossible(outer.pool, { className: "VM", ref: vm }, "hard_shutdown");
	await cancelOperations(outer.pool, vm, CANCELLED_BY_HARD_SHUTDOWN);
	const target = {
		className: "VM",
		ref: vm,
		operation: "hard_shutdown",
		durationMs: DURATION_MS.hardShutdown,
	};
	await withOperation(outer, target, ({ pool, db }) => {
		if (db.get("VM", vm).power_state === "Suspended")
			dropSuspendImage(pool, vm);
		leaveDomain(pool, vm, "Halted");
		tellOfVm(pool, vm, {
			name: "VM_SHUTDOWN",
			event: "was forcefully shut down",
		});
	});
}

async function shutdown(context: CallContext, vm: Ref): Promise<undefined> {
	assertPossible(context.pool, { className: "VM", ref: vm }, "shutdown");
	if (context.db.get("VM", vm).power_state === "Running") {
		try {
			await cleanShutdown(context, vm);
			return;
		} catch (error) {
			if (context.signal.aborted) throw error;
		}
	}
	await hardShutdown(context, vm);
}

async function reboot(
	outer: CallContext,
	vm: Ref,
	operation: "clean_reboot" | "hard_reboot",
): Promise<undefined> {
	const durationMs =
		operation === "clean_reboot"
			? DURATION_MS.cleanReboot
			: DURATION_MS.hardReboot;
	const target = { className: "VM", ref: vm, operation, durationMs };
	await withOperation(outer, target, (context) => {
		rebootDomain(context, vm);
		tellOfVm(context.pool, vm, { name: "VM_REBOOTED", event: "was rebooted" });
	});
}

async function hardReboot(context: CallContext, vm: Ref): Promise<undefined> {
	assertPossible(context.pool, { className: "VM", ref: vm }, "hard_reboot");
	await cancelOperations(context.pool, vm, CANCELLED_BY_HARD_REBOOT);
	await reboot(context, vm, "hard_reboot");
}

async function switchPause(
	outer: CallContext,
	vm: Ref,
	operation: "pause" | "unpause",
): Promise<undefined> {
	const target = {
		className: "VM",
		ref: vm,
		operation,
		durationMs: DURATION_MS.pause,
	};
	await withOperation(outer, target, ({ pool, db }) => {
		const isPause = operation === "pause";
		db.update("VM", vm, { power_state: isPause ? "Paused" : "Running" });
		tellOfVm(pool, vm, {
			name: isPause ? "VM_PAUSED" : "VM_UNPAUSED",
			event: isPause ? "was paused" : "was unpaused",
		});
	});
}

/** Declares a VM halted whatever its domain does. */
async function resetPowerState(
	outer: CallContext,
	vm: Ref,
): Promise<undefined> {
	const { pool, db } = outer;
	assertPossible(pool, { className: "VM", ref: vm }, "power_state_reset");
	await cancelOperations(pool, vm, CANCELLED_BY_HARD_SHUTDOWN);
	dropSuspendImage(pool, vm);
	leaveDomain(pool, vm, "Halted");
	db.update("VM", vm, { current_operations: {} });
	recomputeAround(pool, "VM", vm);
}

async function touchRunning(
	context: CallContext,
	vm: Ref,
	operation: string,
): Promise<undefined> {
	await withOperation(
		context,
		{ className: "VM", ref: vm, operation },
		() => {},
	);
}

export const vmLifecycleHandlers: HandlerTable = {
	"VM.start": (context, vm: Ref, isPaused: boolean) =>
		start(context, { vm, operation: "start", host: undefined, isPaused }),
	"VM.start_on": (context, ...[vm, host, isPaused]: [Ref, Ref, boolean]) =>
		start(context, { vm, operation: "start_on", host, isPaused }),
	"VM.clean_shutdown": (context, vm: Ref) => cleanShutdown(context, vm),
	"VM.hard_shutdown": (context, vm: Ref) => hardShutdown(context, vm),
	"VM.shutdown": (context, vm: Ref) => shutdown(context, vm),
	"VM.clean_reboot": (context, vm: Ref) => reboot(context, vm, "clean_reboot"),
	"VM.hard_reboot": (context, vm: Ref) => hardReboot(context, vm),
	"VM.pause": (context, vm: Ref) => switchPause(context, vm, "pause"),
	"VM.unpause": (context, vm: Ref) => switchPause(context, vm, "unpause"),
	"VM.power_state_reset": (context, vm: Ref) => resetPowerState(context, vm),
	"VM.send_sysrq": (context, vm: Ref) =>
		touchRunning(context, vm, "send_sysrq"),
	"VM.send_trigger": (context, vm: Ref) =>
		touchRunning(context, vm, "send_trigger"),
};
