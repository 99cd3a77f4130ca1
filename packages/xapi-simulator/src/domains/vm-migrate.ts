import type {
	CallContext,
	DbRecord,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { moveDomain } from "./domain.ts";
import { memoryTransferMs } from "./durations.ts";
import { reserveMemory } from "./host-memory.ts";
import { nameWithUuid, tellOfVm } from "./notify.ts";
import { withOperation } from "./operations.ts";
import { refuseBoot } from "./placement.ts";
import { integer, NULL_REF, ref, type StringMap } from "./record.ts";
import { raise } from "./rules/refusal.ts";

const FORCEABLE = new Set([
	"VM_INCOMPATIBLE_WITH_THIS_HOST",
	"VM_HOST_INCOMPATIBLE_VIRTUAL_HARDWARE_PLATFORM_VERSION",
]);

/** @throws XapiFailure why the VM cannot come to the host */
export function assertCanReceive(
	{ pool }: Pick<CallContext, "pool">,
	move: { readonly vm: Ref; readonly host: Ref },
	options: StringMap,
): void {
	const vm = pool.db.get("VM", move.vm);
	const isHere = vm.resident_on === move.host;
	const refusal = refuseBoot(pool, move, { ignoresMemory: isHere });
	if (refusal === undefined) return;
	if (options.force === "true" && FORCEABLE.has(refusal[0])) return;
	raise(refusal);
}

/** Moves a running domain to a host that sees its disks. */
export async function migrateDomain(
	context: CallContext,
	move: { readonly vm: Ref; readonly host: Ref },
	vmRecord: DbRecord,
): Promise<void> {
	const { pool, db } = context;
	const { vm, host } = move;
	const from = ref(vmRecord, "resident_on");
	{
		using _reserved = reserveMemory(pool, host, vm);
		db.update("VM", vm, { scheduled_to_be_resident_on: host });
		try {
			const memory = integer(vmRecord, "memory_dynamic_max");
			await pool.spend(context, memoryTransferMs(memory));
		} catch (error) {
			db.update("VM", vm, { scheduled_to_be_resident_on: NULL_REF });
			throw error;
		}
	}
	moveDomain(pool, vm, host);
	const [source, target] = [from, host].map((it) =>
		nameWithUuid(db.find("host", it) ?? {}),
	);
	tellOfVm(pool, vm, {
		name: "VM_MIGRATED",
		event: `migrated from host: ${source} to host: ${target}`,
	});
}

async function poolMigrate(
	outer: CallContext,
	...[vm, host, options]: [Ref, Ref, StringMap]
): Promise<undefined> {
	outer.db.get("host", host);
	const target = { className: "VM", ref: vm, operation: "pool_migrate" };
	await withOperation(outer, target, async (context) => {
		const move = { vm, host };
		assertCanReceive(context, move, options);
		await migrateDomain(context, move, context.db.get("VM", vm));
	});
}

export const vmMigrateHandlers: HandlerTable = {
	"VM.pool_migrate": poolMigrate,
};
