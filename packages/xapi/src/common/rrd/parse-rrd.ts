import {
	arrayField,
	fieldsOf,
	numberField,
	numberOf,
	parseJsonDocument,
	textField,
} from "./fields.ts";
import type { Rrd, RrdArchive, RrdDataSource } from "./types.ts";
import {
	childOf,
	childrenOf,
	parseXml,
	textOf,
	type XmlElement,
} from "./xml.ts";

/** Reads a whole RRD (`/host_rrd`, `/vm_rrd`, `/sr_rrd`), JSON or XML.
 *  @throws XapiError `PROTOCOL_ERROR` */
export function parseRrd(text: string): Rrd {
	const document = text.trimStart().startsWith("<")
		? readXml(text)
		: parseJsonDocument(text);
	const stepSeconds = numberField(document, "step");
	const lastUpdate = numberField(document, "lastupdate");
	const dataSources = arrayField(document, "ds").map(readDataSource);
	const archives = arrayField(document, "rra").map((rra) =>
		readArchive(rra, { stepSeconds, lastUpdate, width: dataSources.length }),
	);
	return { stepSeconds, lastUpdate, dataSources, archives };
}

function readDataSource(ds: unknown): RrdDataSource {
	const fields = fieldsOf(ds, "ds");
	return {
		name: textField(fields, "name"),
		type: textField(fields, "type") as RrdDataSource["type"],
		min: numberOf(fields.min),
		max: numberOf(fields.max),
		lastReading: textField(fields, "last_ds"),
	};
}

interface ArchiveContext {
	readonly stepSeconds: number;
	readonly lastUpdate: number;
	readonly width: number;
}

function readArchive(rra: unknown, context: ArchiveContext): RrdArchive {
	const fields = fieldsOf(rra, "rra");
	const rows = arrayField(fields, "database") as readonly unknown[][];
	const stepSeconds = context.stepSeconds * numberField(fields, "pdp_per_row");
	const values = Array.from({ length: context.width }, (_, column) =>
		Float64Array.from(rows, (row) => numberOf(row[column])),
	);
	return {
		cf: textField(fields, "cf") as RrdArchive["cf"],
		stepSeconds,
		// Rows end on multiples of their step since the epoch.
		endTimestamp: Math.floor(context.lastUpdate / stepSeconds) * stepSeconds,
		values,
	};
}

function readXml(text: string): Readonly<Record<string, unknown>> {
	const rrd = parseXml(text);
	return {
		step: textOf(rrd, "step"),
		lastupdate: textOf(rrd, "lastupdate"),
		ds: childrenOf(rrd, "ds").map(leavesOf),
		rra: childrenOf(rrd, "rra").map((rra) => ({
			...leavesOf(rra),
			database: childrenOf(childOf(rra, "database"), "row").map((row) =>
				childrenOf(row, "v").map((value) => value.text),
			),
		})),
	};
}

function leavesOf(parent: XmlElement): Record<string, string> {
	return Object.fromEntries(
		parent.children.map((child) => [child.name, child.text.trim()]),
	);
}
