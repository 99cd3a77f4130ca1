import type { Context } from "./context.ts";
import type { ReadLog } from "./dependency-graph.ts";
import { derivations } from "./derivations.ts";
import { type Facet, IDENTITY, WHOLE } from "./facets.ts";
import { defaultTemplateId, isDefaultTemplate, uuidOf } from "./identity.ts";
import { isNullRef, type XapiRecord } from "./records.ts";
import { type Slots, UNKNOWN_CLASS } from "./slots.ts";

/** Class of the slots that stand for the uuid of a VDI instead of its ref. */
const VDI_UUID = "VDI uuid";

interface Parts {
	readonly slots: Slots;
	readonly log: ReadLog;
	readonly recordOf: (slot: number) => XapiRecord | undefined;
}

/** The context of whichever derivation runs: logs what it reads. */
export class SlotContext implements Context {
	ref = "";
	poolId = "";
	hasNestedVirtKey = false;
	readonly #slots: Slots;
	readonly #log: ReadLog;
	readonly #recordOf: Parts["recordOf"];
	readonly #vdiSlotByUuid = new Map<string, number>();

	constructor({ slots, log, recordOf }: Parts) {
		this.#slots = slots;
		this.#log = log;
		this.#recordOf = recordOf;
	}

	link(className: string, ref: string | undefined): string | undefined {
		if (ref === undefined || isNullRef(ref)) return undefined;
		const record = this.#recordOf(this.#use(className, ref, IDENTITY));
		return record && this.#idOf(className, ref, record);
	}

	links(className: string, refs: readonly string[]): (string | null)[] {
		return refs.map((ref) => this.link(className, ref) ?? null);
	}

	read<V extends string | number | boolean | undefined>(
		facet: Facet<V>,
		ref: string | undefined,
	): V | undefined {
		if (ref === undefined || isNullRef(ref)) return undefined;
		const slot = this.#use(facet.className, ref, facet.bit);
		const record = this.#recordOf(slot);
		return record && facet.read(record);
	}

	record(className: string, ref: string | undefined): XapiRecord | undefined {
		if (ref === undefined || isNullRef(ref)) return undefined;
		return this.#recordOf(this.#use(className, ref, WHOLE));
	}

	uuidOfObject(ref: string | undefined): string | undefined {
		if (ref === undefined || isNullRef(ref)) return undefined;
		const slot =
			this.#slots.findAny(ref) ?? this.#slots.obtain(UNKNOWN_CLASS, ref);
		this.#log.add(slot, IDENTITY);
		if (!derivations.has(this.#slots.classes[slot] as string)) return undefined;
		const record = this.#recordOf(slot);
		return record && uuidOf(record, ref);
	}

	vdiByUuid(uuid: string): string | undefined {
		this.#use(VDI_UUID, uuid, IDENTITY);
		const slot = this.#vdiSlotByUuid.get(uuid);
		return slot === undefined ? undefined : this.#slots.refs[slot];
	}

	/** Notes that a VDI's uuid is now that of another record, or of none; answers
	 *  the slots whose readers are concerned. */
	moveVdi(slot: number, before: unknown, after: unknown): number[] {
		if (before === after) return [];
		const index = this.#vdiSlotByUuid;
		if (typeof before === "string" && index.get(before) === slot) {
			index.delete(before);
		}
		if (typeof after === "string" && !index.has(after)) index.set(after, slot);
		return [before, after]
			.filter((uuid) => typeof uuid === "string")
			.map((uuid) => this.#slots.find(VDI_UUID, uuid))
			.filter((alias) => alias !== undefined);
	}

	#idOf(className: string, ref: string, record: XapiRecord): string {
		if (className === "pool_patch") return ref;
		const uuid = uuidOf(record, ref);
		return className === "VM" && isDefaultTemplate(record)
			? defaultTemplateId(this.poolId, uuid)
			: uuid;
	}

	#use(className: string, ref: string, mask: number): number {
		const slot = this.#slots.obtain(className, ref);
		this.#log.add(slot, mask);
		return slot;
	}
}
