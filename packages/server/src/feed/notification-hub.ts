import type { XoObject } from "@xo/contract";
import { type Clock, systemClock } from "@xo/std";
import type { Audience } from "./audience-registry.ts";
import { makeFrames } from "./frame.ts";

/** Somebody who receives `all` notifications. */
export interface NotificationReader {
	/** Whether a frame sent now would wait behind others. */
	readonly isBehind: boolean;
	sendFrame(frame: Buffer): void;
	/** Calls back once when no longer behind. */
	whenCaughtUp(callback: () => void): void;
}

export interface HubDependencies {
	readonly find: (id: string) => XoObject | undefined;
	readonly bytesOf: (id: string) => Buffer | undefined;
	readonly clock?: Clock;
	/** At most one frame in so many milliseconds. */
	readonly intervalMs?: number;
}

/** What a reader who is behind still has to be told: ids only, so that its
 *  cost is the number of objects and never the number of changes. */
interface Backlog {
	readonly upserts: Set<string>;
	readonly removals: Set<string>;
}

/** Ids of what somebody is still to be told. */
export interface Owed {
	readonly upserts: Iterable<string>;
	readonly removals: Iterable<string>;
}

/** Disposing ends it. */
export interface HubSubscription extends Disposable {
	/** What has changed and was not sent yet: whoever ends the subscription to
	 *  begin another passes it on. */
	takeOwed(): Owed;
}

const NOTHING: Owed = { upserts: [], removals: [] };

/** What pools tell comes in beats, and leaves with them: this bounds what else
 *  changes objects. */
const FRAME_INTERVAL_MS = 5;
/** A backlog is sent in pieces of so many objects. */
const BACKLOG_SLICE = 500;

class AudienceChannel {
	readonly #hub: HubDependencies;
	readonly #clock: Clock;
	readonly #intervalMs: number;
	readonly #audience: Audience;
	readonly #subscription: Disposable;
	readonly #readers = new Map<NotificationReader, Backlog | undefined>();
	readonly #upserts = new Map<string, XoObject>();
	readonly #removals = new Set<string>();
	#timer: Disposable | undefined;
	#lastFrameAt = Number.NEGATIVE_INFINITY;

	constructor(audience: Audience, hub: HubDependencies) {
		this.#hub = hub;
		this.#clock = hub.clock ?? systemClock;
		this.#intervalMs = hub.intervalMs ?? FRAME_INTERVAL_MS;
		this.#audience = audience;
		this.#subscription = audience.subscribe(({ upserts, removals }) => {
			for (const object of upserts) {
				this.#upserts.set(object.id, object);
				this.#removals.delete(object.id);
			}
			for (const { id } of removals) {
				this.#upserts.delete(id);
				this.#removals.add(id);
			}
			this.#schedule();
		});
	}

	get size(): number {
		return this.#readers.size;
	}

	add(reader: NotificationReader, { upserts, removals }: Owed): void {
		const shown = new Set(upserts);
		const backlog = {
			upserts: shown,
			// What is shown is looked at again when its turn comes.
			removals: new Set(removals).difference(shown),
		};
		if (backlog.upserts.size === 0 && backlog.removals.size === 0) {
			this.#readers.set(reader, undefined);
			return;
		}
		this.#readers.set(reader, backlog);
		reader.whenCaughtUp(() => this.#catchUp(reader));
	}

	owedTo(reader: NotificationReader): Owed {
		const backlog = this.#readers.get(reader);
		return {
			upserts: [...(backlog?.upserts ?? []), ...this.#upserts.keys()],
			removals: [...(backlog?.removals ?? []), ...this.#removals],
		};
	}

	delete(reader: NotificationReader): void {
		this.#readers.delete(reader);
	}

	close(): void {
		this.#subscription[Symbol.dispose]();
		this.#timer?.[Symbol.dispose]();
	}

	#schedule(): void {
		if (this.#timer !== undefined) return;
		const wait = this.#lastFrameAt + this.#intervalMs - this.#clock.now();
		// Changes of one turn leave together; and the machine's clock may have
		// been set back meanwhile.
		const bounded = Math.max(0, Math.min(wait, this.#intervalMs));
		this.#timer = this.#clock.after(bounded, () => this.#flush());
	}

	#flush(): void {
		this.#timer = undefined;
		this.#lastFrameAt = this.#clock.now();
		const changes = {
			upserts: [...this.#upserts.values()],
			removals: [...this.#removals],
		};
		this.#upserts.clear();
		this.#removals.clear();
		let frames: Buffer[] | undefined;
		for (const [reader, backlog] of this.#readers) {
			if (backlog !== undefined || reader.isBehind) {
				this.#postpone(reader, backlog, changes);
				continue;
			}
			frames ??= makeFrames(changes, this.#hub.bytesOf);
			for (const frame of frames) reader.sendFrame(frame);
		}
	}

	#postpone(
		reader: NotificationReader,
		known: Backlog | undefined,
		changes: { upserts: readonly XoObject[]; removals: readonly string[] },
	): void {
		const backlog = known ?? { upserts: new Set(), removals: new Set() };
		for (const { id } of changes.upserts) {
			backlog.upserts.add(id);
			backlog.removals.delete(id);
		}
		for (const id of changes.removals) {
			backlog.upserts.delete(id);
			backlog.removals.add(id);
		}
		if (known === undefined) {
			this.#readers.set(reader, backlog);
			reader.whenCaughtUp(() => this.#catchUp(reader));
		}
	}

	#catchUp(reader: NotificationReader): void {
		const backlog = this.#readers.get(reader);
		if (backlog === undefined) return;
		const removals = [...backlog.removals];
		backlog.removals.clear();
		const upserts: XoObject[] = [];
		for (const id of backlog.upserts) {
			if (upserts.length === BACKLOG_SLICE) break;
			backlog.upserts.delete(id);
			const object = this.#hub.find(id);
			if (object !== undefined && this.#audience.canView(object)) {
				upserts.push(object);
			} else removals.push(id);
		}
		for (const frame of makeFrames({ upserts, removals }, this.#hub.bytesOf)) {
			reader.sendFrame(frame);
		}
		if (backlog.upserts.size === 0 && !reader.isBehind) {
			this.#readers.set(reader, undefined);
		} else reader.whenCaughtUp(() => this.#catchUp(reader));
	}
}

/** Sends object changes to readers, each frame made once for an audience. */
export class NotificationHub implements Disposable {
	readonly #dependencies: HubDependencies;
	readonly #channels = new Map<Audience, AudienceChannel>();

	constructor(dependencies: HubDependencies) {
		this.#dependencies = dependencies;
	}

	/** @param owed changes before the subscription that the reader missed */
	subscribe(
		audience: Audience,
		reader: NotificationReader,
		owed: Owed = NOTHING,
	): HubSubscription {
		let channel = this.#channels.get(audience);
		if (channel === undefined) {
			channel = new AudienceChannel(audience, this.#dependencies);
			this.#channels.set(audience, channel);
		}
		channel.add(reader, owed);
		return {
			takeOwed: () => channel.owedTo(reader),
			[Symbol.dispose]: () => {
				channel.delete(reader);
				if (channel.size > 0) return;
				channel.close();
				this.#channels.delete(audience);
			},
		};
	}

	[Symbol.dispose](): void {
		for (const channel of this.#channels.values()) channel.close();
		this.#channels.clear();
	}
}
