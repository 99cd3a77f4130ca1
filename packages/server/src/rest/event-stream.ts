import type { ServerResponse } from "node:http";
import { noSuchObject, type XoObject } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { AudienceChanges } from "../feed/audience-view.ts";
import type { TaskEvent } from "../tasks/task-service.ts";
import { isAlarm, toAlarm } from "./alarm.ts";

type Fields = "*" | readonly string[];
type Item = { readonly id: string };

export interface EventStreamOptions {
	readonly userId: string;
	readonly objects: { find(id: string): XoObject | undefined };
	readonly clock: Clock;
	readonly pingMs: number;
}

/** A reader this far behind is cut off: it reconnects and reads anew. */
const MAX_WAITING_BYTES = 20 * 1024 * 1024;

interface Subscription {
	readonly fields: Fields;
	/** What was sent of each item, to skip updates that change none of the
	 *  wanted fields. */
	readonly sent: Map<string, string>;
}

function pick(item: Item, fields: Fields): Record<string, unknown> {
	if (fields === "*") return { ...item };
	const record = item as unknown as Record<string, unknown>;
	return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

/** One open event stream. */
export class EventStream implements Disposable {
	readonly userId: string;
	readonly #response: ServerResponse;
	readonly #options: EventStreamOptions;
	readonly #subscriptions = new Map<string, Subscription>();
	#ping: Disposable;

	constructor(response: ServerResponse, options: EventStreamOptions) {
		this.userId = options.userId;
		this.#response = response;
		this.#options = options;
		this.#ping = this.#schedulePing();
	}

	send(event: string, data: unknown): void {
		if (this.#response.destroyed) return;
		this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
		if (this.#response.writableLength > MAX_WAITING_BYTES) {
			this.#response.destroy();
		}
	}

	subscribe(collection: string, fields: Fields): void {
		this.#subscriptions.set(collection, { fields, sent: new Map() });
	}

	/** @throws ApiError `noSuchObject` */
	unsubscribe(collection: string): void {
		if (!this.#subscriptions.delete(collection)) {
			throw noSuchObject(collection, "subscription");
		}
	}

	noteObjects({ upserts, entered, removals }: AudienceChanges): void {
		for (const object of upserts) {
			const event = entered.has(object.id) ? "add" : "update";
			this.#upsert(object.type, object, event);
			if (this.#subscriptions.has("alarm") && isAlarm(object)) {
				const alarm = toAlarm(object, this.#options.objects);
				if (alarm !== undefined) this.#upsert("alarm", alarm, event);
			}
		}
		for (const { id, type } of removals) {
			this.#remove(type, id);
			if (type === "message") this.#remove("alarm", id);
		}
	}

	noteTask({ kind, task }: TaskEvent): void {
		if (kind === "remove") this.#remove("task", task.id);
		else {
			const isNew = task.updatedAt === task.start;
			this.#upsert("task", task, isNew ? "add" : "update");
		}
	}

	end(): void {
		this.#response.end();
	}

	[Symbol.dispose](): void {
		this.#ping[Symbol.dispose]();
	}

	#upsert(collection: string, item: Item, event: "add" | "update"): void {
		const subscription = this.#subscriptions.get(collection);
		if (subscription === undefined) return;
		const { fields, sent } = subscription;
		const picked = pick(item, fields);
		if (fields !== "*") {
			const fingerprint = JSON.stringify(picked);
			if (sent.get(item.id) === fingerprint) return;
			sent.set(item.id, fingerprint);
		}
		this.send(event, { ...picked, $subscription: collection });
	}

	#remove(collection: string, id: string): void {
		const subscription = this.#subscriptions.get(collection);
		if (subscription === undefined) return;
		subscription.sent.delete(id);
		this.send("remove", { id, $subscription: collection });
	}

	#schedulePing(): Disposable {
		return this.#options.clock.after(this.#options.pingMs, () => {
			this.send("ping", { ping: this.#options.clock.now() });
			this.#ping = this.#schedulePing();
		});
	}
}
