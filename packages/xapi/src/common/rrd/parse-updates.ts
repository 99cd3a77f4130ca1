import {
	arrayField,
	fieldsOf,
	numberField,
	numberOf,
	parseJsonDocument,
} from "./fields.ts";
import { malformed } from "./malformed.ts";
import type { RrdColumn, RrdUpdates } from "./types.ts";
import { childOf, childrenOf, parseXml, textOf } from "./xml.ts";

/** Reads an answer of `/rrd_updates`: JSON as any release writes it, or XML.
 *  @throws XapiError `PROTOCOL_ERROR` */
export function parseRrdUpdates(text: string): RrdUpdates {
	const { meta, data } = text.trimStart().startsWith("<")
		? readXml(text)
		: parseJsonDocument(text);
	const metaFields = fieldsOf(meta, "meta");
	const legend = arrayField(metaFields, "legend");
	const rows = arrayField({ data }, "data").map(readRow).reverse();
	const series = legend.map(() => new Float64Array(rows.length));
	for (const [row, { values }] of rows.entries()) {
		for (const [column, samples] of series.entries()) {
			samples[row] = numberOf(values[column]);
		}
	}
	return {
		stepSeconds: numberField(metaFields, "step"),
		timestamps: rows.map(({ t }) => t),
		columns: series.map((values, index) => readColumn(legend[index], values)),
	};
}

function readRow(row: unknown): { t: number; values: readonly unknown[] } {
	const fields = fieldsOf(row, "a row");
	return { t: numberField(fields, "t"), values: arrayField(fields, "values") };
}

const LEGEND = /^(AVERAGE|MIN|MAX|LAST):(host|vm|sr):([^:]*):(.+)$/;

function readColumn(entry: unknown, values: Float64Array): RrdColumn {
	const match = LEGEND.exec(String(entry));
	if (match === null) throw malformed(`legend entry ${String(entry)}`);
	const [, cf, type, uuid = "", name = ""] = match;
	return {
		cf: cf as RrdColumn["cf"],
		type: type as RrdColumn["type"],
		uuid,
		name,
		values,
	};
}

function readXml(text: string): { meta: unknown; data: unknown } {
	const xport = parseXml(text);
	const meta = childOf(xport, "meta");
	return {
		meta: {
			step: textOf(meta, "step"),
			legend: childrenOf(childOf(meta, "legend"), "entry").map((entry) =>
				entry.text.trim(),
			),
		},
		data: childrenOf(childOf(xport, "data"), "row").map((row) => ({
			t: textOf(row, "t"),
			values: childrenOf(row, "v").map((value) => value.text),
		})),
	};
}
