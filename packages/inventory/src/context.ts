import type { Facet } from "./facets.ts";
import type { XapiRecord } from "./records.ts";

/**
 * What a derivation may see beyond its own record. Everything read through it
 * is remembered, so that the object is derived again when that changes.
 */
export interface Context {
	/** Ref of the record that is being derived. */
	readonly ref: string;
	/** Id of the pool. */
	readonly poolId: string;
	/** Whether nested virtualisation is the platform key `nested-virt`. */
	readonly hasNestedVirtKey: boolean;
	/** Id of the object that a ref names; undefined when null or unknown. */
	link(className: string, ref: string | undefined): string | undefined;
	/** Ids for a list of refs; null for the unknown ones. */
	links(className: string, refs: readonly string[]): (string | null)[];
	/** One value of another record; undefined when null or unknown. */
	read<V extends string | number | boolean | undefined>(
		facet: Facet<V>,
		ref: string | undefined,
	): V | undefined;
	/** All of another record. */
	record(className: string, ref: string | undefined): XapiRecord | undefined;
	/** Uuid of the object, of any class, that a ref names. */
	uuidOfObject(ref: string | undefined): string | undefined;
	/** Ref of the VDI that has this uuid. */
	vdiByUuid(uuid: string): string | undefined;
}

/** A class's derivation: its record to the object that clients see. */
export type Derive<T> = (record: XapiRecord, context: Context) => T;
