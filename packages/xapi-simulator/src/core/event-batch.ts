import type { MemoryDatabase } from "./database.ts";
import type { EventSubscription } from "./event-subscription.ts";
import { type EventToken, formatEventToken } from "./event-token.ts";
import { PreparedReply } from "./reply.ts";
import type { Row } from "./row.ts";
import { tableSchemas } from "./schema.ts";
import type { Ref } from "./types.ts";

interface Event {
	readonly id: number;
	readonly lowerCaseClass: string;
	readonly operation: "add" | "mod" | "del";
	readonly ref: Ref;
	/** Absent for `del`. */
	readonly row: Row | undefined;
}

const MESSAGE = "message";
const classes = [...tableSchemas.keys()].map((name, order) => ({
	name,
	lowerCase: name.toLowerCase(),
	order,
}));
const classOf = new Map(classes.map((item) => [item.name, item]));
const orderOf = new Map(classes.map((item) => [item.lowerCase, item.order]));

/** What a follower is told: the final state of what changed since its token,
 *  messages first, then additions, modifications and deletions, each by class
 *  and ref. */
export function collectEvents(
	db: MemoryDatabase,
	subscription: EventSubscription,
	token: EventToken,
): Event[] {
	const additions: Event[] = [];
	const modifications: Event[] = [];
	for (const row of db.log.since(token.database)) {
		const lowerCaseClass = classOf.get(row.schema.name)?.lowerCase ?? "";
		if (!subscription.matches(lowerCaseClass, row.ref)) continue;
		const isNew = row.createdAt > token.database;
		(isNew ? additions : modifications).push({
			id: row.modifiedAt,
			lowerCaseClass,
			operation: isNew ? "add" : "mod",
			ref: row.ref,
			row,
		});
	}
	return [
		...collectMessages(db, subscription, token.messages),
		...additions.sort(compareEvents),
		...modifications.sort(compareEvents),
		...collectDeletions(db, subscription, token.database).sort(compareEvents),
	];
}

function compareEvents(a: Event, b: Event): number {
	if (a.lowerCaseClass !== b.lowerCaseClass) {
		return (
			(orderOf.get(a.lowerCaseClass) ?? 0) -
			(orderOf.get(b.lowerCaseClass) ?? 0)
		);
	}
	return a.ref < b.ref ? -1 : 1;
}

function collectDeletions(
	db: MemoryDatabase,
	subscription: EventSubscription,
	since: number,
): Event[] {
	const deletions: Event[] = [];
	for (const { name, lowerCase } of classes) {
		const table = db.table(name);
		if (name === MESSAGE || !table.schema.model.generatesEvents) continue;
		for (const { ref, createdAt, deletedAt } of table.deletionsSince(since)) {
			if (createdAt > since || !subscription.matches(lowerCase, ref)) continue;
			deletions.push({
				id: deletedAt,
				lowerCaseClass: lowerCase,
				operation: "del",
				ref,
				row: undefined,
			});
		}
	}
	return deletions;
}

/** XAPI gives messages no generation of their own: their id is 0. */
function collectMessages(
	db: MemoryDatabase,
	subscription: EventSubscription,
	since: number,
): Event[] {
	if (!subscription.wantsMessages) return [];
	const events: Event[] = [];
	const add = (operation: "add" | "del", ref: Ref, row: Row | undefined) => {
		if (!subscription.matches(MESSAGE, ref)) return;
		events.push({ id: 0, lowerCaseClass: MESSAGE, operation, ref, row });
	};
	for (const row of db.messageLog.since(since)) add("add", row.ref, row);
	for (const deletion of db.table(MESSAGE).deletionsSince(since)) {
		if (deletion.createdAt <= since) add("del", deletion.ref, undefined);
	}
	return events;
}

/** Where a follower continues who has been told everything. */
export function currentToken(db: MemoryDatabase): EventToken {
	return {
		database: db.log.generation,
		messages: db.messageLog.generation,
	};
}

/** The answer of `event.from`, in either encoding. */
export function batchReply(
	db: MemoryDatabase,
	events: readonly Event[],
	token: EventToken,
): PreparedReply {
	// Taken now: the encoding may be asked for after further changes.
	const counts = classes
		.filter(({ name }) => name !== MESSAGE)
		.map(
			({ name, lowerCase }) => [lowerCase, db.table(name).rows.size] as const,
		);
	const text = formatEventToken(token);
	return new PreparedReply({
		json: () =>
			`{"events":[${events.map((event) => eventJson(db, event)).join(",")}],` +
			`"valid_ref_counts":${JSON.stringify(Object.fromEntries(counts))},"token":"${text}"}`,
		xml: () =>
			`<value><struct><member><name>events</name><value><array><data>${events
				.map((event) => eventXml(db, event))
				.join("")}</data></array></value></member>` +
			`<member><name>valid_ref_counts</name><value><struct>${counts
				.map(([name, count]) =>
					member(name, `<value><i4>${count}</i4></value>`),
				)
				.join(
					"",
				)}</struct></value></member>${member("token", `<value>${text}</value>`)}</struct></value>`,
	});
}

function eventJson(db: MemoryDatabase, event: Event): string {
	const snapshot =
		event.row === undefined ? "" : `,"snapshot":${db.jsonOf(event.row)}`;
	return `{"id":"${event.id}","timestamp":"0.0","class":"${event.lowerCaseClass}","operation":"${event.operation}","ref":${JSON.stringify(event.ref)}${snapshot}}`;
}

function eventXml(db: MemoryDatabase, event: Event): string {
	const text = (name: string, value: string) =>
		member(name, `<value>${value}</value>`);
	const snapshot =
		event.row === undefined ? "" : member("snapshot", db.xmlOf(event.row));
	return `<value><struct>${text("id", String(event.id))}${text("timestamp", "0.0")}${text("class", event.lowerCaseClass)}${text("operation", event.operation)}${text("ref", event.ref)}${snapshot}</struct></value>`;
}

function member(name: string, value: string): string {
	return `<member><name>${name}</name>${value}</member>`;
}
