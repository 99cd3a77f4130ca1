import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { text } from "./record.ts";

const MAX_MESSAGES = 10_000;

/** Priorities that differ from 3, of the messages that domains send. */
const PRIORITIES: Readonly<Record<string, number>> = {
	VM_STARTED: 5,
	VM_SHUTDOWN: 5,
	VM_REBOOTED: 5,
	VM_SUSPENDED: 5,
	VM_RESUMED: 5,
	VM_PAUSED: 5,
	VM_UNPAUSED: 5,
	VM_MIGRATED: 5,
	VM_SNAPSHOTTED: 5,
	VM_CHECKPOINTED: 5,
	VM_SNAPSHOT_REVERTED: 5,
	VM_CLONED: 5,
	VM_CRASHED: 2,
	POOL_MASTER_TRANSITION: 4,
};

/** Adds a message; the oldest ones give way beyond XAPI's limit. */
export function addMessage(
	pool: Pool,
	message: {
		readonly name: string;
		readonly priority?: number;
		readonly cls: string;
		readonly obj_uuid: string;
		readonly body: string;
	},
): Ref {
	const { db } = pool;
	const created = db.create("message", {
		priority: PRIORITIES[message.name] ?? 3,
		...message,
		timestamp: pool.nowIso(),
	});
	const all = db.refs("message");
	for (const oldest of all.slice(0, Math.max(0, all.length - MAX_MESSAGES))) {
		db.destroy("message", oldest);
	}
	return created;
}

/** Tells of something that happened to a VM, in XAPI's words. */
export function tellOfVm(
	pool: Pool,
	vm: Ref,
	{ name, event }: { readonly name: string; readonly event: string },
): void {
	const record = pool.db.get("VM", vm);
	const uuid = text(record, "uuid");
	addMessage(pool, {
		name,
		cls: "VM",
		obj_uuid: uuid,
		body: `VM '${text(record, "name_label")}' (uuid: ${uuid}) ${event}`,
	});
}

/** `name (uuid: …)`, as message bodies name a host. */
export function nameWithUuid(record: DbRecord): string {
	return `${text(record, "name_label")} (uuid: ${text(record, "uuid")})`;
}
