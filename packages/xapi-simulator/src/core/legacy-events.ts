import { createDeferred, type Deferred } from "@xo/std";
import type { MemoryDatabase } from "./database.ts";
import { PreparedReply } from "./reply.ts";
import type { Session, Sessions } from "./sessions.ts";
import { type DbChange, type Ref, XapiFailure } from "./types.ts";

const MAX_QUEUED_CHARACTERS = 10 * 1024 * 1024;

interface QueuedEvent {
	readonly json: string;
	readonly xml: string;
}

interface Queue {
	readonly classes: Set<string>;
	readonly events: QueuedEvent[];
	size: number;
	hasLost: boolean;
	waiter: Deferred<void> | undefined;
}

/** `event.register` and `event.next`: a queue of all changes per session. */
export class LegacyEvents {
	readonly #db: MemoryDatabase;
	readonly #sessions: Sessions;
	readonly #queues = new Map<Ref, Queue>();
	#lastId = 0;

	constructor(db: MemoryDatabase, sessions: Sessions) {
		this.#db = db;
		this.#sessions = sessions;
		db.onChange((change) => this.#push(change));
	}

	get lastId(): number {
		return this.#lastId;
	}

	get hasFollowers(): boolean {
		return this.#queues.size > 0;
	}

	register(session: Session, classes: readonly string[]): void {
		let queue = this.#queues.get(session.ref);
		if (queue === undefined) {
			queue = {
				classes: new Set(),
				events: [],
				size: 0,
				hasLost: false,
				waiter: undefined,
			};
			this.#queues.set(session.ref, queue);
			session.ended.addEventListener("abort", () => {
				this.#queues.get(session.ref)?.waiter?.resolve();
				this.#queues.delete(session.ref);
			});
		}
		for (const name of classes) queue.classes.add(name.toLowerCase());
	}

	unregister(session: Ref, classes: readonly string[]): void {
		const queue = this.#queues.get(session);
		for (const name of classes) queue?.classes.delete(name.toLowerCase());
	}

	/** Makes every follower lose what is queued. */
	loseAll(): void {
		for (const queue of this.#queues.values()) lose(queue);
	}

	/** @throws XapiFailure `SESSION_NOT_REGISTERED`, `EVENTS_LOST`,
	 *  `SESSION_INVALID` */
	async next(session: Ref): Promise<PreparedReply> {
		const queue = this.#queues.get(session);
		if (queue === undefined || queue.classes.size === 0) {
			throw new XapiFailure("SESSION_NOT_REGISTERED", [session]);
		}
		while (queue.events.length === 0 && !queue.hasLost) {
			queue.waiter ??= createDeferred();
			await queue.waiter.promise;
			this.#sessions.get(session);
		}
		const events = queue.events.splice(0);
		queue.size = 0;
		if (queue.hasLost) {
			queue.hasLost = false;
			throw new XapiFailure("EVENTS_LOST");
		}
		return new PreparedReply({
			json: () => `[${events.map(({ json }) => json).join(",")}]`,
			xml: () =>
				`<value><array><data>${events.map(({ xml }) => xml).join("")}</data></array></value>`,
		});
	}

	#push(change: DbChange): void {
		const { schema, rows } = this.#db.table(change.className);
		if (!schema.model.generatesEvents) return;
		const id = ++this.#lastId;
		if (this.#queues.size === 0) return;
		const name = change.className.toLowerCase();
		const followers = [...this.#queues.values()].filter(
			({ classes, hasLost }) =>
				!hasLost && (classes.has("*") || classes.has(name)),
		);
		if (followers.length === 0) return;
		const row = rows.get(change.ref);
		const fields: Record<string, string> = {
			id: String(id),
			timestamp: "0.0",
			class: name,
			operation: change.operation,
			ref: change.ref,
			obj_uuid: String(row?.record.uuid ?? ""),
		};
		const json = JSON.stringify(fields).slice(0, -1);
		const xml = Object.entries(fields)
			.map(
				([key, value]) =>
					`<member><name>${key}</name><value>${value}</value></member>`,
			)
			.join("");
		const event =
			row === undefined
				? { json: `${json}}`, xml: `<value><struct>${xml}</struct></value>` }
				: {
						json: `${json},"snapshot":${this.#db.jsonOf(row)}}`,
						xml: `<value><struct>${xml}<member><name>snapshot</name>${this.#db.xmlOf(row)}</member></struct></value>`,
					};
		for (const queue of followers) enqueue(queue, event);
	}
}

function enqueue(queue: Queue, event: QueuedEvent): void {
	queue.size += event.xml.length;
	if (queue.size > MAX_QUEUED_CHARACTERS) lose(queue);
	else queue.events.push(event);
	queue.waiter?.resolve();
	queue.waiter = undefined;
}

function lose(queue: Queue): void {
	queue.events.length = 0;
	queue.size = 0;
	queue.hasLost = true;
	queue.waiter?.resolve();
	queue.waiter = undefined;
}
