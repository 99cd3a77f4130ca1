import {
	type DbRecord,
	type Pool,
	type Ref,
	XapiFailure,
} from "../core/types.ts";
import { hashText } from "../sources/random.ts";
import { BASE_STEP } from "./archives.ts";
import type { DataSource } from "./data-source.ts";
import {
	getOwner,
	isRecorded,
	type Owner,
	type OwnerClass,
	ownerSources,
	setRecorded,
} from "./owner.ts";
import { loadCurve, sampleSeries } from "./series.ts";

/** The `data_source` records of a host, VM or SR.
 *  @throws XapiFailure `HANDLE_INVALID` */
export function listDataSources(
	pool: Pool,
	className: OwnerClass,
	ref: Ref,
): DbRecord[] {
	const owner = getOwner(pool, className, ref);
	return ownerSources(pool, owner).map((source) => ({
		name_label: source.name,
		name_description: source.description,
		enabled: isRecorded(pool, owner, source),
		standard: source.isStandard,
		units: source.units,
		min: source.shape.min,
		// JSON has no infinity.
		max: Math.min(source.shape.max, Number.MAX_VALUE),
		value: latestValue(pool, owner, source),
	}));
}

/** The latest value of a data source.
 *  @throws XapiFailure `HANDLE_INVALID`, `INTERNAL_ERROR` on an unknown name */
export function queryDataSource(
	pool: Pool,
	owner: { readonly className: OwnerClass; readonly ref: Ref },
	name: string,
): number {
	const found = findSource(pool, owner, name);
	return latestValue(pool, found.owner, found.source);
}

/** Starts (or, when `isRecorded` is false, ends) the recording of a source.
 *  @throws XapiFailure `HANDLE_INVALID`, `INTERNAL_ERROR` on an unknown name */
export function recordDataSource(
	pool: Pool,
	owner: { readonly className: OwnerClass; readonly ref: Ref },
	choice: { readonly name: string; readonly isRecorded: boolean },
): void {
	setRecorded(pool, findSource(pool, owner, choice.name).owner, choice);
}

function findSource(
	pool: Pool,
	{ className, ref }: { readonly className: OwnerClass; readonly ref: Ref },
	name: string,
): { owner: Owner; source: DataSource } {
	const owner = getOwner(pool, className, ref);
	const source = ownerSources(pool, owner).find((item) => item.name === name);
	if (source === undefined) {
		throw new XapiFailure("INTERNAL_ERROR", [
			`Rrd_interface.Rrdd_error(${JSON.stringify(name)})`,
		]);
	}
	return { owner, source };
}

function latestValue(pool: Pool, owner: Owner, source: DataSource): number {
	const now = Math.floor(pool.clock.now() / 1000);
	const window = {
		end: now - (now % BASE_STEP),
		step: BASE_STEP,
		rows: 1,
	};
	const curve = loadCurve(hashText(owner.uuid), window);
	return sampleSeries(source.shape, window, curve)[0] ?? 0;
}
