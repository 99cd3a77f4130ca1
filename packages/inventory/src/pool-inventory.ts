import type { XoObject } from "@xo/contract";
import { nextTurn } from "@xo/std";
import { deepEqual } from "./deep-equal.ts";
import { DependencyGraph, ReadLog } from "./dependency-graph.ts";
import { derivations } from "./derivations.ts";
import { changedFacets, hostPlatformVersion, IDENTITY } from "./facets.ts";
import { identityChanged } from "./identity.ts";
import { ObjectIds } from "./object-ids.ts";
import {
	optionalText,
	type RecordChange,
	type RecordSource,
	refOf,
	type XapiRecord,
} from "./records.ts";
import { SlotContext } from "./slot-context.ts";
import { Slots, UNKNOWN_CLASS } from "./slots.ts";

/** A record that no object could be made of, because of a defect of ours. */
export interface InventoryFailure extends RecordChange {
	readonly error: unknown;
}

/** What became of the objects: new or different ones, and ids of those gone. An
 *  id is never in both. */
export interface InventoryChange {
	readonly upserts: XoObject[];
	readonly removals: string[];
	readonly failures: InventoryFailure[];
}

/** How many steps are done between two looks at the clock. */
const STEPS_PER_CHECK = 32;

/**
 * The objects of one pool, kept equal to its records.
 *
 * Each derivation tells what it reads of other records; a change derives again
 * the record's own object and those that read what changed of it, and only
 * objects that differ are given out. Objects must be treated as immutable.
 */
export class PoolInventory {
	readonly #records: RecordSource;
	readonly #slots = new Slots();
	readonly #graph = new DependencyGraph();
	readonly #ids = new ObjectIds();
	readonly #log = new ReadLog();
	readonly #context: SlotContext;
	readonly #dirty = new Set<number>();
	#upserts = new Map<string, XoObject>();
	#removed = new Set<string>();
	#failures: InventoryFailure[] = [];

	constructor(records: RecordSource) {
		this.#records = records;
		this.#context = new SlotContext({
			slots: this.#slots,
			log: this.#log,
			recordOf: (slot) => this.#recordOf(slot),
		});
	}

	/** Number of records that it knows or waits for. */
	get size(): number {
		return this.#slots.size;
	}

	/** Applies changes of records, all at once. */
	update(changes: Iterable<RecordChange>): InventoryChange {
		for (const _ of this.#steps(changes));
		return this.#flush();
	}

	/** Same in slices of about `budgetMs` (10 by default), the event loop being
	 *  free between them. Changes applied meanwhile by `update` are safe. */
	async *updateSliced(
		changes: Iterable<RecordChange>,
		{ budgetMs = 10 }: { budgetMs?: number } = {},
	): AsyncGenerator<InventoryChange> {
		let endsAt = performance.now() + budgetMs;
		let steps = 0;
		for (const _ of this.#steps(changes)) {
			if (++steps % STEPS_PER_CHECK !== 0) continue;
			if (performance.now() < endsAt) continue;
			if (this.#upserts.size > 0) yield this.#flush();
			await nextTurn();
			endsAt = performance.now() + budgetMs;
		}
		yield this.#flush();
	}

	*#steps(changes: Iterable<RecordChange>): Generator<void> {
		this.#refreshPool();
		for (const change of changes) {
			this.#apply(change);
			yield;
		}
		for (const slot of this.#dirty) {
			this.#dirty.delete(slot);
			this.#derive(slot);
			yield;
		}
	}

	#apply({ class: className, ref }: RecordChange): void {
		const slots = this.#slots;
		const isExposed = derivations.has(className);
		// What only completes objects is read when one asks for it.
		if (!isExposed && slots.findAny(ref) === undefined) return;
		const slot = slots.obtain(className, ref);
		const before = slots.records[slot];
		const after = this.#records.find(className, ref);
		slots.isLoaded[slot] = true;
		slots.records[slot] = after;
		this.#markDependents(slot, before, after);
		if (className === "VDI") {
			const aliases = this.#context.moveVdi(slot, before?.uuid, after?.uuid);
			for (const alias of aliases) this.#mark(alias, IDENTITY);
		}
		if (className === "pool" || className === "host") this.#refreshPool();
		if (isExposed) this.#dirty.add(slot);
		else this.#releaseIfUnused(slot);
	}

	#markDependents(
		slot: number,
		before: XapiRecord | undefined,
		after: XapiRecord | undefined,
	): void {
		const wanted = this.#graph.facetsRead(slot);
		if (wanted === 0 || before === after) return;
		const className = this.#slots.classes[slot] as string;
		let changed = changedFacets(className, wanted, { before, after });
		if (identityChanged(className, before, after)) changed |= IDENTITY;
		if ((changed & wanted) !== 0) this.#mark(slot, changed);
	}

	#mark(slot: number, mask: number): void {
		this.#graph.forEachDependent(slot, mask, (dependent) => {
			this.#dirty.add(dependent);
		});
	}

	#derive(slot: number): void {
		const slots = this.#slots;
		if (slots.isReleased(slot)) return;
		const record = slots.records[slot];
		const before = slots.objects[slot];
		this.#log.clear();
		const after = record && this.#tryDerive(slot, record, before);
		this.#graph.setReads(slot, this.#log, (source) => {
			this.#releaseIfUnused(source);
		});
		this.#show(slot, before, after);
		this.#releaseIfUnused(slot);
	}

	#tryDerive(
		slot: number,
		record: XapiRecord,
		before: XoObject | undefined,
	): XoObject | undefined {
		const className = this.#slots.classes[slot] as string;
		const ref = this.#slots.refs[slot] as string;
		if (this.#context.poolId === "") return undefined;
		this.#context.ref = ref;
		try {
			return derivations.get(className)?.(record, this.#context);
		} catch (error) {
			// One record must not stop the others.
			this.#failures.push({ class: className, ref, error });
			return before;
		}
	}

	#show(
		slot: number,
		before: XoObject | undefined,
		derived: XoObject | undefined,
	): void {
		const isFirst = derived !== undefined && this.#ids.claim(derived.id, slot);
		const after = isFirst ? derived : undefined;
		if (before !== undefined && before.id !== after?.id) {
			this.#slots.objects[slot] = undefined;
			this.#upserts.delete(before.id);
			this.#removed.add(before.id);
			for (const waiting of this.#ids.release(before.id, slot)) {
				this.#dirty.add(waiting);
			}
		}
		if (after === undefined || deepEqual(before, after)) return;
		this.#slots.objects[slot] = after;
		this.#upserts.set(after.id, after);
	}

	#flush(): InventoryChange {
		const removals = [...this.#removed].filter((id) => !this.#ids.isOwned(id));
		const upserts = [...this.#upserts.values()];
		const failures = this.#failures;
		this.#removed = new Set();
		this.#upserts = new Map();
		this.#failures = [];
		return { upserts, removals, failures };
	}

	#recordOf(slot: number): XapiRecord | undefined {
		const slots = this.#slots;
		if (!slots.isLoaded[slot]) {
			slots.isLoaded[slot] = true;
			const className = slots.classes[slot] as string;
			if (className === UNKNOWN_CLASS) return undefined;
			slots.records[slot] = this.#records.find(
				className,
				slots.refs[slot] as string,
			);
		}
		return slots.records[slot];
	}

	#releaseIfUnused(slot: number): void {
		const slots = this.#slots;
		if (slots.isReleased(slot) || this.#graph.hasDependents(slot)) return;
		if (derivations.has(slots.classes[slot] as string)) {
			if (slots.records[slot] !== undefined || this.#dirty.has(slot)) return;
		}
		slots.release(slot);
	}

	// Every object has the pool's id in it: tracked here, not as dependencies.
	#refreshPool(): void {
		const context = this.#context;
		const [pool] = this.#records.records("pool");
		const poolId = (pool && optionalText(pool[1], "uuid")) ?? "";
		const hasNestedVirtKey = this.#hasNestedVirtKey(pool?.[1]);
		const isOtherPool = poolId !== context.poolId;
		const isOtherPlatform = hasNestedVirtKey !== context.hasNestedVirtKey;
		if (!isOtherPool && !isOtherPlatform) return;
		context.poolId = poolId;
		context.hasNestedVirtKey = hasNestedVirtKey;
		for (const slot of this.#slots) {
			const className = this.#slots.classes[slot] as string;
			const isConcerned = isOtherPool
				? derivations.has(className)
				: className === "VM";
			if (isConcerned) this.#dirty.add(slot);
		}
	}

	#hasNestedVirtKey(pool: XapiRecord | undefined): boolean {
		const master = pool && refOf(pool, "master");
		const host = master && this.#records.find("host", master);
		const version = host ? hostPlatformVersion.read(host) : undefined;
		const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
		return major > 3 || (major === 3 && minor >= 4);
	}
}
