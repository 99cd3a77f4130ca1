import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { type DataSource, DataSourceList } from "./data-source.ts";
import { hostDataSources } from "./host-data-sources.ts";
import { vmDataSources } from "./vm-data-sources.ts";

export type OwnerClass = "host" | "VM" | "SR";

/** Who has data sources. */
export interface Owner {
	readonly className: OwnerClass;
	readonly ref: Ref;
	readonly uuid: string;
}

/** Names that were asked to be recorded (true) or forgotten (false). */
const choices = new WeakMap<Pool, Map<string, boolean>>();

/** @throws XapiFailure `HANDLE_INVALID` */
export function getOwner(pool: Pool, className: OwnerClass, ref: Ref): Owner {
	return { className, ref, uuid: String(pool.db.get(className, ref).uuid) };
}

/** All data sources of an owner, recorded or not. */
export function ownerSources(pool: Pool, owner: Owner): DataSource[] {
	switch (owner.className) {
		case "host":
			return hostDataSources(pool, owner.ref);
		case "VM":
			return vmDataSources(pool.db, pool.db.get("VM", owner.ref));
		case "SR":
			return srDataSources(pool.db.get("SR", owner.ref));
	}
}

/** Those that the archives hold. */
export function recordedSources(pool: Pool, owner: Owner): DataSource[] {
	return ownerSources(pool, owner).filter((source) =>
		isRecorded(pool, owner, source),
	);
}

export function isRecorded(
	pool: Pool,
	owner: Owner,
	source: DataSource,
): boolean {
	const chosen = choices.get(pool)?.get(`${owner.uuid}/${source.name}`);
	return chosen ?? source.isStandard;
}

export function setRecorded(
	pool: Pool,
	owner: Owner,
	choice: { readonly name: string; readonly isRecorded: boolean },
): void {
	const ofPool = choices.get(pool) ?? new Map<string, boolean>();
	choices.set(
		pool,
		ofPool.set(`${owner.uuid}/${choice.name}`, choice.isRecorded),
	);
}

function srDataSources(sr: DbRecord): DataSource[] {
	const list = new DataSourceList(String(sr.uuid));
	const size = Number(sr.physical_size);
	if (size <= 0) return [];
	list.addConstant(
		"physical_utilisation",
		"B",
		Number(sr.physical_utilisation),
	);
	list.addConstant("size", "B", size);
	return list.sources;
}
