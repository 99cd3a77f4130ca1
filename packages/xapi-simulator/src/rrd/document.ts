import type { Pool } from "../core/types.ts";
import { ARCHIVES, type Archive, BASE_STEP, wholeWindow } from "./archives.ts";
import { type Column, type Consolidation, ownerColumns } from "./columns.ts";
import { escapeXml, formatNumber } from "./format.ts";
import type { Owner } from "./owner.ts";
import { runningSince } from "./running-since.ts";

/** A whole RRD, before it is JSON or XML. Names are those of the document. */
interface RrdDocument {
	readonly lastUpdate: number;
	readonly columns: readonly Column[];
	readonly archives: readonly {
		readonly cf: Consolidation;
		readonly stepsPerRow: number;
		/** Oldest first; each as texts in the order of the data sources. */
		readonly rows: readonly (readonly string[])[];
	}[];
}

/** Collects the RRD of an owner as of `lastUpdate`, Unix seconds. */
export function collectRrd(
	pool: Pool,
	owner: Owner,
	lastUpdate: number,
): RrdDocument {
	const archives = archivesOf(pool, owner).map(({ archive, cf }) => {
		const window = wholeWindow(archive, lastUpdate);
		const since = runningSince(pool, owner, window.step);
		const columns = ownerColumns(pool, owner, { window, cf, since });
		const rows: string[][] = [];
		for (let row = window.rows - 1; row >= 0; row--) {
			rows.push(columns.map((column) => column.values[row] ?? "NaN"));
		}
		return { cf, stepsPerRow: archive.step / BASE_STEP, rows, columns };
	});
	return { lastUpdate, columns: archives[0]?.columns ?? [], archives };
}

/** Averages; of VMs also extremes, except at the finest step, where the pool
 *  says so. */
function archivesOf(
	pool: Pool,
	{ className }: Owner,
): { archive: Archive; cf: Consolidation }[] {
	const config = pool.db.find("pool", pool.poolRef())?.other_config ?? {};
	const { create_min_max_in_new_VM_RRDs: isWanted } = config as Readonly<
		Record<string, string>
	>;
	const all: readonly Consolidation[] =
		className === "VM" && isWanted === "true"
			? ["AVERAGE", "MIN", "MAX"]
			: ["AVERAGE"];
	return ARCHIVES.flatMap((archive) =>
		(archive.step === BASE_STEP ? all.slice(0, 1) : all).map((cf) => ({
			archive,
			cf,
		})),
	);
}

/** Share of unknown samples that a row bears. */
function xffOf(cf: Consolidation): string {
	return cf === "AVERAGE" ? "0.5" : "1.0";
}

export function rrdToJson(rrd: RrdDocument): string {
	return JSON.stringify({
		version: "0003",
		step: String(BASE_STEP),
		lastupdate: String(rrd.lastUpdate),
		ds: rrd.columns.map((column) => ({
			...sourceFields(column),
			last_updated: String(rrd.lastUpdate),
		})),
		rra: rrd.archives.map(({ cf, stepsPerRow, rows }) => ({
			cf,
			pdp_per_row: String(stepsPerRow),
			params: { xff: xffOf(cf) },
			cdp_prep: { ds: rrd.columns.map(() => PREPARED) },
			database: rows,
		})),
	});
}

export function rrdToXml(rrd: RrdDocument): string {
	const sources = rrd.columns.map(
		(column) => `<ds>${elements(sourceFields(column))}</ds>`,
	);
	const prepared = rrd.columns
		.map(() => `<ds>${elements(PREPARED)}</ds>`)
		.join("");
	const archives = rrd.archives.map(({ cf, stepsPerRow, rows }) => {
		const database = rows
			.map((row) => `<row>${row.map((v) => `<v>${v}</v>`).join("")}</row>`)
			.join("");
		return `<rra><cf>${cf}</cf><pdp_per_row>${stepsPerRow}</pdp_per_row><params><xff>${xffOf(cf)}</xff></params><cdp_prep>${prepared}</cdp_prep><database>${database}</database></rra>`;
	});
	return `<?xml version="1.0"?><rrd><version>0003</version><step>${BASE_STEP}</step><lastupdate>${rrd.lastUpdate}</lastupdate>${sources.join("")}${archives.join("")}</rrd>`;
}

const PREPARED = {
	primary_value: "0.0",
	secondary_value: "0.0",
	value: "0.0",
	unknown_datapoints: "0",
};

function sourceFields({ source, values }: Column): Record<string, string> {
	return {
		name: source.name,
		type: source.type,
		minimal_heartbeat: "300",
		min: formatNumber(source.shape.min),
		max: formatNumber(source.shape.max),
		last_ds: values[0] ?? "NaN",
		value: "0.0",
		unknown_sec: "0",
	};
}

function elements(fields: Readonly<Record<string, string>>): string {
	return Object.entries(fields)
		.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
		.join("");
}
