import type { XoObject } from "@xo/contract";
import { ManualClock } from "@xo/std";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Audience } from "./audience-registry.ts";
import type { AudienceChanges } from "./audience-view.ts";
import {
	NotificationHub,
	type NotificationReader,
} from "./notification-hub.ts";

class FakeReader implements NotificationReader {
	isBehind = false;
	frames = 0;
	largestFrame = 0;
	readonly objects = new Map<string, number>();
	#callbacks: (() => void)[] = [];

	sendFrame(frame: Buffer): void {
		this.frames++;
		const { type, items } = JSON.parse(frame.toString()).params;
		this.largestFrame = Math.max(this.largestFrame, Object.keys(items).length);
		for (const [id, value] of Object.entries(items)) {
			if (type === "exit") this.objects.delete(id);
			else this.objects.set(id, (value as { version: number }).version);
		}
	}

	whenCaughtUp(callback: () => void): void {
		this.#callbacks.push(callback);
	}

	/** Reads what waits; `isDone`: and keeps pace from then on. */
	read(isDone: boolean): void {
		this.isBehind = !isDone;
		while (this.#callbacks.length > 0) {
			for (const callback of this.#callbacks.splice(0)) callback();
			if (!isDone) return;
		}
	}
}

/** Objects that can be seen by those who see odd numbers, or by all. */
class World {
	readonly objects = new Map<string, number>();
	readonly clock = new ManualClock(1_000_000);
	readonly #listeners = new Map<string, Set<(c: AudienceChanges) => void>>();
	readonly hub = new NotificationHub({
		find: (id) => (this.objects.has(id) ? ({ id } as XoObject) : undefined),
		bytesOf: (id) => {
			const version = this.objects.get(id);
			return version === undefined
				? undefined
				: Buffer.from(JSON.stringify({ id, version }));
		},
		clock: this.clock,
		intervalMs: 25,
	});
	readonly all = this.#audience("all", () => true);
	readonly odd = this.#audience("odd", (id) => Number(id) % 2 === 1);
	#version = 0;

	set(id: string): void {
		this.objects.set(id, ++this.#version);
		this.#emit(id, false);
	}

	delete(id: string): void {
		if (this.objects.delete(id)) this.#emit(id, true);
	}

	#emit(id: string, isRemoval: boolean): void {
		const object = { id } as XoObject;
		for (const audience of [this.all, this.odd]) {
			if (!audience.canView(object)) continue;
			for (const listener of this.#listeners.get(audience.key) ?? []) {
				listener({
					upserts: isRemoval ? [] : [object],
					entered: new Set(),
					removals: isRemoval ? [object] : [],
					hasSpread: false,
				});
			}
		}
	}

	#audience(key: string, canView: (id: string) => boolean): Audience {
		const listeners = new Set<(c: AudienceChanges) => void>();
		this.#listeners.set(key, listeners);
		return {
			key,
			isEverything: key === "all",
			canView: ({ id }) => canView(id),
			subscribe: (listener) => {
				listeners.add(listener);
				return { [Symbol.dispose]: () => listeners.delete(listener) };
			},
			onSpread: () => ({ [Symbol.dispose]: () => undefined }),
		};
	}
}

const id = fc.nat(9).map(String);
const step = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant("set"), id }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant("delete"), id }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("stop") }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("readSome") }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("resume") }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("promote") }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("demote") }) },
	{
		weight: 4,
		arbitrary: fc.record({ kind: fc.constant("wait"), ms: fc.nat(60) }),
	},
);

describe("NotificationHub", () => {
	it("misses nothing, with readers who stop and whose rights change", () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const world = new World();
				const reader = new FakeReader();
				const steady = new FakeReader();
				world.hub.subscribe(world.all, steady);
				let audience = world.odd;
				let subscription = world.hub.subscribe(audience, reader);
				const move = (next: Audience) => {
					if (next === audience) return;
					const owed = subscription.takeOwed();
					subscription[Symbol.dispose]();
					const evens = [...world.objects.keys()].filter(
						(key) => Number(key) % 2 === 0,
					);
					subscription = world.hub.subscribe(next, reader, {
						upserts: [...owed.upserts, ...(next === world.all ? evens : [])],
						removals: [...owed.removals, ...(next === world.all ? [] : evens)],
					});
					audience = next;
				};
				for (const action of steps as {
					kind: string;
					id: string;
					ms: number;
				}[]) {
					if (action.kind === "set") world.set(action.id);
					else if (action.kind === "delete") world.delete(action.id);
					else if (action.kind === "stop") reader.isBehind = true;
					else if (action.kind === "readSome") reader.read(false);
					else if (action.kind === "resume") reader.read(true);
					else if (action.kind === "promote") move(world.all);
					else if (action.kind === "demote") move(world.odd);
					else world.clock.advance(action.ms);
					steady.read(true);
				}
				world.clock.advance(100);
				reader.read(true);
				const expected = [...world.objects].filter(([key]) =>
					audience.canView({ id: key } as XoObject),
				);
				expect(reader.objects).toEqual(new Map(expected));
				expect(steady.objects).toEqual(world.objects);
			}),
			{ numRuns: 500 },
		);
	});

	it("owes a reader who stopped no more than the number of objects", () => {
		const world = new World();
		const reader = new FakeReader();
		world.hub.subscribe(world.all, reader);
		reader.isBehind = true;
		for (let turn = 0; turn < 100; turn++) {
			for (let key = 0; key < 1_200; key++) world.set(String(key));
			world.clock.advance(25);
		}
		expect(reader.frames).toBe(0);
		reader.read(true);
		expect(reader.objects).toEqual(world.objects);
		expect(reader.frames).toBe(3);
		expect(reader.largestFrame).toBe(500);
	});

	it("sends the changes of the first turn at once, then a frame each 25 ms", () => {
		const world = new World();
		const reader = new FakeReader();
		world.hub.subscribe(world.all, reader);
		for (const key of ["1", "2"]) world.set(key);
		world.clock.advance(0);
		expect(reader.frames).toBe(1);
		for (const key of ["1", "2", "1"]) world.set(key);
		world.clock.advance(24);
		expect(reader.frames).toBe(1);
		world.clock.advance(1);
		expect(reader.frames).toBe(2);
		expect(reader.objects).toEqual(world.objects);
	});

	it("goes on when the clock of the machine is set back", () => {
		let now = 1_000_000;
		const timers: { delayMs: number; callback: () => void }[] = [];
		const world = new World();
		const hub = new NotificationHub({
			find: () => undefined,
			bytesOf: (key) => Buffer.from(JSON.stringify({ id: key, version: 1 })),
			clock: {
				now: () => now,
				after: (delayMs, callback) => {
					timers.push({ delayMs, callback });
					return { [Symbol.dispose]: () => undefined };
				},
			},
		});
		hub.subscribe(world.all, new FakeReader());
		world.set("1");
		timers[0]?.callback();
		now -= 3_600_000;
		world.set("2");
		expect(timers.map(({ delayMs }) => delayMs)).toEqual([0, 5]);
	});
});
