import type { Pool } from "../core/types.ts";
import { windowSince } from "./archives.ts";
import { type Column, type Consolidation, ownerColumns } from "./columns.ts";
import { escapeXml } from "./format.ts";
import type { Owner } from "./owner.ts";
import { runningSince } from "./running-since.ts";
import type { Window } from "./series.ts";

export interface UpdatesQuery {
	/** Unix seconds; negative: relative to the latest sample. */
	readonly start: number;
	/** Seconds; 0 is the finest. */
	readonly interval: number;
	readonly cfs: readonly Consolidation[];
	readonly owners: readonly Owner[];
}

/** An `xport` document before it is JSON or XML. */
export interface Updates {
	readonly window: Window;
	readonly legend: readonly string[];
	readonly columns: readonly Column[];
}

const TYPE_NAMES = { host: "host", VM: "vm", SR: "sr" } as const;

/** Collects what `/rrd_updates` answers. */
export function collectUpdates(pool: Pool, query: UpdatesQuery): Updates {
	const now = Math.floor(pool.clock.now() / 1000);
	const window = windowSince(now, query);
	const legend: string[] = [];
	const columns: Column[] = [];
	for (const owner of query.owners) {
		const since = runningSince(pool, owner, window.step);
		const prefix = `${TYPE_NAMES[owner.className]}:${owner.uuid}`;
		for (const cf of query.cfs) {
			for (const column of ownerColumns(pool, owner, { window, cf, since })) {
				columns.push(column);
				legend.push(`${cf}:${prefix}:${column.source.name}`);
			}
		}
	}
	return { window, legend, columns };
}

/** All numbers are texts, as XAPI writes them since 23.31. */
export function updatesToJson(updates: Updates): string {
	const meta = Object.entries(metaOf(updates))
		.map(([key, value]) => `"${key}":"${value}"`)
		.join(",");
	const rows = rowTimes(updates.window).map((time, row) => {
		const values = updates.columns.map((column) => column.values[row]);
		const texts = values.length === 0 ? "" : `"${values.join('","')}"`;
		return `{"t":"${time}","values":[${texts}]}`;
	});
	return `{"meta":{${meta},"legend":${JSON.stringify(updates.legend)}},"data":[${rows.join(",")}]}`;
}

export function updatesToXml(updates: Updates): string {
	const meta = Object.entries(metaOf(updates))
		.map(([key, value]) => `<${key}>${value}</${key}>`)
		.join("");
	const legend = updates.legend
		.map((entry) => `<entry>${escapeXml(entry)}</entry>`)
		.join("");
	const rows = rowTimes(updates.window).map((time, row) => {
		const values = updates.columns.map(
			(column) => `<v>${column.values[row]}</v>`,
		);
		return `<row><t>${time}</t>${values.join("")}</row>`;
	});
	return `<?xml version="1.0"?><xport><meta>${meta}<legend>${legend}</legend></meta><data>${rows.join("")}</data></xport>`;
}

function metaOf({ window, columns }: Updates): Record<string, number> {
	return {
		start: window.end - window.step * Math.max(0, window.rows - 1),
		step: window.step,
		end: window.end,
		rows: window.rows,
		columns: columns.length,
	};
}

function rowTimes({ end, step, rows }: Window): number[] {
	return Array.from({ length: rows }, (_, row) => end - row * step);
}
