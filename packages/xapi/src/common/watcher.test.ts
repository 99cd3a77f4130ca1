import { ManualClock } from "@xo/std";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interner } from "./interner.ts";
import { silentLogger } from "./logger.ts";
import { type AnyRecord, MirrorStore } from "./mirror-store.ts";
import { Watcher, type WatchSource, type XapiBatch } from "./watcher.ts";
import { XapiError } from "./xapi-error.ts";

type Fault = "reset" | "session" | "lost" | "forget-deletions" | undefined;

interface Step {
	readonly className: "VM" | "VDI";
	readonly ref: number;
	readonly value: number | undefined;
	readonly fault: Fault;
	/** Whether somebody polls after the step. */
	readonly isPolled: boolean;
}

interface Change {
	readonly generation: number;
	readonly className: string;
	readonly ref: string;
}

/** A pool in memory, whose every call can fail; each call of the watcher lets
 *  some of the steps happen first. */
class ScriptedPool implements WatchSource {
	readonly classes = new Map([
		["VM", new Map<string, AnyRecord>()],
		["VDI", new Map<string, AnyRecord>()],
	]);
	readonly #steps: Step[];
	readonly #changes: Change[] = [];
	readonly #onEnd: () => void;
	#fault: Fault;
	#idlePolls = 0;

	constructor(steps: readonly Step[], onEnd: () => void) {
		this.#steps = [...steps];
		this.#onEnd = onEnd;
	}

	async connect(): Promise<void> {
		this.#advance();
	}

	disconnect(): void {}

	async listClasses(): Promise<string[]> {
		return [...this.classes.keys()];
	}

	async startToken(): Promise<string> {
		this.#advance();
		return String(this.#changes.length);
	}

	async listRecords(
		className: string,
		{ onRecord }: Parameters<WatchSource["listRecords"]>[1],
	): Promise<void> {
		const records = [...(this.classes.get(className) ?? [])];
		this.#advance();
		const half = Math.floor(records.length / 2);
		const give = (from: number, to: number) => {
			for (const [ref, record] of records.slice(from, to)) {
				onRecord(ref, structuredClone(record));
			}
		};
		give(0, half);
		this.#fail();
		give(half, records.length);
	}

	async events(request: Parameters<WatchSource["events"]>[0]) {
		this.#advance();
		const refs = new Map<string, Change>();
		for (const change of this.#changes.slice(Number(request.token))) {
			refs.set(`${change.className}/${change.ref}`, change);
		}
		const isForgetful = this.#fault === "forget-deletions";
		if (isForgetful) this.#fault = undefined;
		const events = [...refs.values()].flatMap(({ className, ref }) => {
			const snapshot = this.classes.get(className)?.get(ref);
			const head = { class: className.toLowerCase(), ref };
			if (snapshot === undefined) {
				return isForgetful ? [] : [{ ...head, operation: "del" }];
			}
			return [
				{ ...head, operation: "mod", snapshot: structuredClone(snapshot) },
			];
		});
		request.onEvents(events.slice(0, 1));
		this.#fail();
		request.onEvents(events.slice(1));
		if (this.#steps.length === 0 && ++this.#idlePolls > 6) this.#onEnd();
		return {
			token: String(this.#changes.length),
			counts: Object.fromEntries(
				[...this.classes].map(([name, { size }]) => [name.toLowerCase(), size]),
			),
		};
	}

	#advance(): void {
		for (;;) {
			const step = this.#steps.shift();
			if (step === undefined) return;
			const ref = `OpaqueRef:${step.ref}`;
			const records = this.classes.get(step.className);
			const isKnown = records?.has(ref);
			if (step.value !== undefined) records?.set(ref, { value: step.value });
			else records?.delete(ref);
			if (step.value !== undefined || isKnown) {
				const { className } = step;
				this.#changes.push({
					generation: this.#changes.length,
					className,
					ref,
				});
			}
			this.#fault = step.fault;
			if (step.isPolled) return;
		}
	}

	#fail(): void {
		const fault = this.#fault;
		if (fault === "forget-deletions") return;
		this.#fault = undefined;
		if (fault === "reset") throw new XapiError("ECONNRESET");
		if (fault === "session") throw new XapiError("SESSION_INVALID");
		if (fault === "lost") throw new XapiError("EVENTS_LOST");
	}
}

/** Fires its timers at once, so that backoff takes no time. */
class HastyClock extends ManualClock {
	override after(delayMs: number, callback: () => void): Disposable {
		const timer = super.after(delayMs, callback);
		queueMicrotask(() => this.advance(delayMs));
		return timer;
	}
}

/** Watches the pool through all steps and applies the notifications. */
async function replay(steps: readonly Step[]) {
	const done = new AbortController();
	const pool = new ScriptedPool(steps, () => done.abort());
	const mirror = new MirrorStore();
	const copy = new Map<string, AnyRecord>();
	const batches: XapiBatch[] = [];
	const repeated: string[] = [];
	const watcher = new Watcher({
		source: pool,
		mirror,
		interner: new Interner(),
		clock: new HastyClock(),
		signal: done.signal,
		logger: silentLogger,
		parallelLoads: 2,
		eventTimeoutSeconds: 60,
		onBatch: (batch) => {
			batches.push(batch);
			for (const change of batch.changes) {
				const key = `${change.class}/${change.ref}`;
				const record = mirror.find(change.class, change.ref);
				if (record === copy.get(key)) repeated.push(key);
				if (record === undefined) copy.delete(key);
				else copy.set(key, record);
			}
		},
	});
	await watcher.run();
	const truth = new Map<string, AnyRecord>();
	const mirrored = new Map<string, AnyRecord>();
	for (const [className, records] of pool.classes) {
		for (const [ref, record] of records)
			truth.set(`${className}/${ref}`, record);
		for (const [ref, record] of mirror.records(className)) {
			mirrored.set(`${className}/${ref}`, record);
		}
	}
	return { truth, mirrored, copy, batches, repeated };
}

const step: fc.Arbitrary<Step> = fc.record({
	className: fc.constantFrom("VM" as const, "VDI" as const),
	ref: fc.nat(5),
	value: fc.option(fc.nat(2), { nil: undefined }),
	fault: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(undefined) },
		{
			weight: 2,
			arbitrary: fc.constantFrom<Fault[]>(
				"reset",
				"session",
				"lost",
				"forget-deletions",
			),
		},
	),
	isPolled: fc.boolean(),
});

describe("Watcher", () => {
	it("neither misses nor repeats a change, whatever fails", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const { truth, mirrored, copy, repeated } = await replay(steps);
				expect(mirrored).toEqual(truth);
				expect(copy).toEqual(truth);
				expect(repeated).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	it("begins with one batch of everything", async () => {
		const { batches } = await replay([
			{ className: "VM", ref: 1, value: 1, fault: undefined, isPolled: false },
			{ className: "VDI", ref: 2, value: 1, fault: undefined, isPolled: true },
		]);
		expect(batches).toEqual([
			{
				isInitial: true,
				changes: [
					{ class: "VM", ref: "OpaqueRef:1" },
					{ class: "VDI", ref: "OpaqueRef:2" },
				],
			},
		]);
	});
});
