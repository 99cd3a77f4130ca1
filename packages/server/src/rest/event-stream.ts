import type { ServerResponse } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { noSuchObject, type XoObject } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { AudienceChanges } from "../feed/audience-view.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { TaskEvent, XoTask } from "../tasks/task-service.ts";
import { isAlarm, toAlarm } from "./alarm.ts";

type Fields = "*" | readonly string[];
type Item = { readonly id: string };

export interface EventStreamOptions {
	readonly userId: string;
	readonly objects: Pick<LiveObjects, "find" | "bytesOf">;
	readonly clock: Clock;
	readonly pingMs: number;
	/** Asked before anything is sent. */
	readonly mayGoOn: () => boolean;
}

/** A reader this far behind is cut off: it reconnects and reads anew. */
const MAX_WAITING_BYTES = 20 * 1024 * 1024;

interface Subscription {
	readonly fields: Fields;
	/** Each item as last seen, to skip updates that change none of the wanted
	 *  fields; not kept when all fields are wanted. */
	readonly last: Map<string, Item>;
}

function pick(item: Item, fields: readonly string[]): Record<string, unknown> {
	const record = item as unknown as Record<string, unknown>;
	return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

function isSame(one: Item, other: Item, fields: readonly string[]): boolean {
	return isDeepStrictEqual(pick(one, fields), pick(other, fields));
}

/** A task is new with the first event about it. */
function isNewTask({ status, start, updatedAt, ...task }: XoTask): boolean {
	return (
		status === "pending" &&
		start === updatedAt &&
		task.properties.progress === undefined &&
		task.warnings === undefined &&
		task.abortionRequestedAt === undefined
	);
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
		this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
	}

	/** `known` is what the client can already read, asked for when needed. */
	subscribe(options: {
		readonly collection: string;
		readonly fields: Fields;
		readonly known: () => Iterable<Item>;
	}): void {
		const { collection, fields, known } = options;
		const last = new Map<string, Item>();
		if (fields !== "*") {
			for (const item of known()) last.set(item.id, item);
		}
		this.#subscriptions.set(collection, { fields, last });
	}

	/** @throws ApiError `noSuchObject` */
	unsubscribe(collection: string): void {
		if (!this.#subscriptions.delete(collection)) {
			throw noSuchObject(collection, "subscription");
		}
	}

	noteObjects({ upserts, entered, removals }: AudienceChanges): void {
		if (this.#mustEnd()) return;
		for (const object of upserts) {
			const event = entered.has(object.id) ? "add" : "update";
			this.#upsertObject(object, event);
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
		if (this.#mustEnd()) return;
		if (kind === "remove") this.#remove("task", task.id);
		else {
			this.#upsert("task", task, isNewTask(task) ? "add" : "update");
		}
	}

	end(): void {
		this.#response.end();
	}

	[Symbol.dispose](): void {
		this.#ping[Symbol.dispose]();
	}

	#mustEnd(): boolean {
		if (!this.#response.writableEnded && this.#options.mayGoOn()) return false;
		this.end();
		return true;
	}

	#upsert(collection: string, item: Item, event: "add" | "update"): void {
		const subscription = this.#subscriptions.get(collection);
		if (subscription === undefined) return;
		const { fields, last } = subscription;
		if (fields === "*") {
			this.send(event, { ...item, $subscription: collection });
			return;
		}
		const previous = last.get(item.id);
		last.set(item.id, item);
		const isNews =
			event === "add" ||
			previous === undefined ||
			!isSame(previous, item, fields);
		if (!isNews) return;
		this.send(event, { ...pick(item, fields), $subscription: collection });
	}

	/** All readers of whole objects share their bytes. */
	#upsertObject(object: XoObject, event: "add" | "update"): void {
		if (this.#subscriptions.get(object.type)?.fields !== "*") {
			this.#upsert(object.type, object, event);
			return;
		}
		const bytes = this.#options.objects.bytesOf(object);
		this.#write(
			Buffer.concat([
				Buffer.from(`event: ${event}\ndata: `),
				bytes.subarray(0, bytes.length - 1),
				Buffer.from(`,"$subscription":"${object.type}"}\n\n`),
			]),
		);
	}

	#write(frame: string | Buffer): void {
		if (this.#response.destroyed) return;
		this.#response.write(frame);
		if (this.#response.writableLength > MAX_WAITING_BYTES) {
			this.#response.destroy();
		}
	}

	#remove(collection: string, id: string): void {
		const subscription = this.#subscriptions.get(collection);
		if (subscription === undefined) return;
		subscription.last.delete(id);
		this.send("remove", { id, $subscription: collection });
	}

	#schedulePing(): Disposable {
		return this.#options.clock.after(this.#options.pingMs, () => {
			if (this.#mustEnd()) return;
			this.send("ping", { ping: this.#options.clock.now() });
			this.#ping = this.#schedulePing();
		});
	}
}
