import type { Pool } from "../core/types.ts";
import { hashText } from "../sources/random.ts";
import type { DataSource } from "./data-source.ts";
import { formatSample } from "./format.ts";
import { type Owner, recordedSources } from "./owner.ts";
import { loadCurve, sampleSeries, type Window } from "./series.ts";

export type Consolidation = "AVERAGE" | "MIN" | "MAX";

/** A data source with its samples as texts, newest first. */
export interface Column {
	readonly source: DataSource;
	readonly values: readonly string[];
}

/** How far the extremes within a row are from its average. */
const SPREAD: Readonly<Record<Consolidation, number>> = {
	AVERAGE: 1,
	MIN: 0.7,
	MAX: 1.4,
};

/** The samples of all recorded sources of an owner. Rows before `since` (Unix
 *  seconds) are unknown. */
export function ownerColumns(
	pool: Pool,
	owner: Owner,
	options: {
		readonly window: Window;
		readonly cf: Consolidation;
		readonly since: number;
	},
): Column[] {
	const { window, cf, since } = options;
	const curve = loadCurve(hashText(owner.uuid), window);
	const known = Math.min(
		window.rows,
		Math.max(0, Math.ceil((window.end - since) / window.step)),
	);
	const unknown = new Array<string>(window.rows - known).fill("NaN");
	return recordedSources(pool, owner).map((source) => {
		if (source.shape.swing === 0) {
			const text = formatSample(source.shape.base);
			const steady = new Array<string>(known).fill(text);
			return { source, values: steady.concat(unknown) };
		}
		const values: string[] = [];
		const samples = sampleSeries(consolidated(source, cf), window, curve);
		for (let row = 0; row < known; row++) {
			values.push(formatSample(samples[row] ?? 0));
		}
		return { source, values: values.concat(unknown) };
	});
}

function consolidated(
	{ shape }: DataSource,
	cf: Consolidation,
): DataSource["shape"] {
	return cf === "AVERAGE" || shape.swing === 0
		? shape
		: { ...shape, base: shape.base * SPREAD[cf] };
}
