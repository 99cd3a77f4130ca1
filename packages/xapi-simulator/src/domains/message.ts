import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { addMessage } from "./notify.ts";
import { text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

/** The class that `cls` of a message names. */
const CLASSES: Readonly<Record<string, string>> = {
	VM: "VM",
	Host: "host",
	SR: "SR",
	Pool: "pool",
	VMPP: "VMPP",
	VMSS: "VMSS",
	PVS_proxy: "PVS_proxy",
	VDI: "VDI",
	Certificate: "Certificate",
};

function create(
	context: CallContext,
	...[name, priority, cls, obj_uuid, body]: [
		string,
		number,
		string,
		string,
		string,
	]
): Ref {
	const { db, pool } = context;
	const className = CLASSES[cls];
	if (className === undefined || !db.findByUuid(className, obj_uuid)) {
		raise(["UUID_INVALID", cls, obj_uuid]);
	}
	return addMessage(pool, { name, priority, cls, obj_uuid, body });
}

function recordsWhere(
	{ db }: CallContext,
	matches: (message: Readonly<Record<string, FieldValue>>) => boolean,
): FieldValue {
	const found: Record<string, FieldValue> = {};
	for (const message of db.refs("message")) {
		const record = db.get("message", message);
		if (matches(record)) found[message] = record;
	}
	return found;
}

/** Deletes what every given filter matches: `before`, `after`, `cls`, `name`
 *  and `priority`. */
function destroyAll(
	{ db }: CallContext,
	filters: Readonly<Record<string, string>>,
): undefined {
	for (const message of db.refs("message")) {
		const record = db.get("message", message);
		const isMatching = Object.entries(filters).every(([key, value]) => {
			if (key === "before") return text(record, "timestamp") < value;
			if (key === "after") return text(record, "timestamp") > value;
			return String(record[key]) === value;
		});
		if (isMatching) db.destroy("message", message);
	}
}

export const messageHandlers: HandlerTable = {
	"message.create": create,
	"message.destroy": ({ db }, message: Ref) => {
		db.destroy("message", message);
		return undefined;
	},
	"message.destroy_many": ({ db }, messages: Ref[]) => {
		for (const message of messages) db.get("message", message);
		for (const message of messages) db.destroy("message", message);
		return undefined;
	},
	"message.destroy_all": destroyAll,
	"message.get": (context, ...[cls, uuid, since]: [string, string, string]) =>
		recordsWhere(
			context,
			(record) =>
				record.cls === cls &&
				record.obj_uuid === uuid &&
				text(record, "timestamp") >= since,
		),
	"message.get_since": (context, since: string) =>
		recordsWhere(context, (record) => text(record, "timestamp") >= since),
};
