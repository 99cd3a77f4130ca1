import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { DATA_DIR } from "@xo/testing";
import { MemoryRecords } from "./_records.ts";

interface Field {
	readonly name: string;
	readonly type: string;
	readonly dbName?: string;
}

interface Datamodel {
	readonly classes: { readonly name: string; readonly fields: Field[] }[];
	readonly relations: [string, string][];
}

const DUMPS = path.join(DATA_DIR, "data/xapi-db");

export function readDatamodel(): Datamodel {
	const file = path.join(DATA_DIR, "reference/xapi-datamodel.json");
	return JSON.parse(readFileSync(file, "utf8"));
}

/** The real databases among the data. */
export const DUMP_NAMES = [
	"Cowley-db.xml.gz",
	"TampaTwoHostPoolSelectioniSCSI.xml.gz",
	"boston-db.xml.gz",
	"interesting-xenapp.xml.gz",
	"licensing-pool-george.xml.gz",
	"single-host-krakout.xml.gz",
	"small_vms.xml.gz",
	"state.db.gz",
	"state2.xml.gz",
	"state3.xml.gz",
	"state5.xml.gz",
	"tampa-db_inc_snapshots.xml.gz",
	"updatesState.xml.gz",
];

/** What an independent parse counted in a dump, by column of its table. */
export function readCounts(name: string): ReadonlyMap<string, number> {
	const file = path.join(DUMPS, "counts.csv");
	const [header = "", ...rows] = readFileSync(file, "utf8").split("\n");
	const row = rows.find((row) => row.startsWith(name.replace(".gz", ",")));
	// Some texts are quoted and have commas inside.
	const cells = row?.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? [];
	return new Map(
		header.split(",").map((column, i) => [column, Number(cells[i] || 0)]),
	);
}

/** The records of a dump, with only the fields that it has: an independent and
 *  much simpler reader than the simulator's. */
export function readDump(name: string): MemoryRecords {
	const xml = gunzipSync(readFileSync(path.join(DUMPS, name))).toString();
	const datamodel = readDatamodel();
	const tables = new Map<string, Map<string, Record<string, unknown>>>();
	for (const [, table = "", body = ""] of xml.matchAll(
		/<table name="(\w+)"\s*>([\s\S]*?)<\/table>/g,
	)) {
		const model = datamodel.classes.find(({ name }) => name === table);
		if (model === undefined) continue;
		const rows = new Map<string, Record<string, unknown>>();
		for (const [row] of body.matchAll(/<row\s[^>]*>/g)) {
			const { ref = "", ...record } = rowOf(row, model.fields);
			rows.set(ref as string, record);
		}
		tables.set(table, rows);
	}
	for (const [stored, computed] of datamodel.relations) {
		fillRelation(tables, { stored, computed });
	}
	const records = new MemoryRecords();
	for (const [table, rows] of tables) {
		for (const [ref, record] of rows) records.set(table, ref, record);
	}
	return records;
}

function rowOf(row: string, fields: Field[]): Record<string, unknown> {
	const record: Record<string, unknown> = {};
	for (const [, column, double, single] of row.matchAll(
		/([\w]+)=(?:"([^"]*)"|'([^']*)')/g,
	)) {
		const value = unescaped(double ?? single ?? "");
		if (column === "ref") record.ref = value;
		const field = fields.find(
			({ name, dbName }) => (dbName ?? name) === column,
		);
		if (field) record[field.name] = decoded(value, field.type);
	}
	return record;
}

function unescaped(value: string): string {
	return value
		.replace(/&#x([0-9a-f]+);/gi, (_, hex) =>
			String.fromCodePoint(Number.parseInt(hex, 16)),
		)
		.replace(/&(lt|gt|quot|apos);/g, (_, name: string) => {
			return { lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? "";
		})
		.replaceAll("&amp;", "&")
		.replace(/%([ntr%._])/g, (_, code: string) => {
			return { n: "\n", t: "\t", r: "\r", "%": "%", ".": " " }[code] ?? "  ";
		});
}

function decoded(value: string, type: string): unknown {
	if (type.endsWith(" set")) return expression(value);
	if (type.endsWith(" map")) return Object.fromEntries(expression(value));
	if (type === "bool") return value === "true";
	return type === "int" || type === "float" ? Number(value) : value;
}

type Expression = (string | Expression)[];

function expression(source: string): Expression & [string, string][] {
	const stack: Expression[] = [[]];
	for (const [token, double, single] of source.matchAll(
		/[()]|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g,
	)) {
		if (token === "(") stack.push([]);
		else if (token === ")") stack.at(-2)?.push(stack.pop() as Expression);
		else stack.at(-1)?.push((double ?? single ?? "").replace(/\\(.)/g, "$1"));
	}
	return (stack[0]?.[0] ?? []) as Expression & [string, string][];
}

interface Relation {
	readonly stored: string;
	readonly computed: string;
}

function fillRelation(
	tables: ReadonlyMap<string, Map<string, Record<string, unknown>>>,
	{ stored, computed }: Relation,
): void {
	const [source = "", field = ""] = stored.split(".");
	const [target = "", targetField = ""] = computed.split(".");
	for (const record of tables.get(target)?.values() ?? []) {
		record[targetField] = [];
	}
	for (const [ref, record] of tables.get(source) ?? []) {
		for (const targetRef of [record[field]].flat()) {
			const row = tables.get(target)?.get(targetRef as string);
			(row?.[targetField] as string[] | undefined)?.push(ref);
		}
	}
}
