import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { datamodel } from "@xo/xapi-wire";
import { describe, expect, it } from "vitest";
import { dumpSource, readDump, startSimulatedPool } from "../../src/index.ts";
import { type ApiRecord, type ApiRecords, signIn } from "./_rpc.ts";

const FOLDER = path.join(DATA_DIR, "data/xapi-db");
const MODEL = path.join(DATA_DIR, "reference/xapi-datamodel.json");
const SCRIPT = path.join(import.meta.dirname, "independent-parse.py");

/** What a pool writes by itself once it runs. */
const LIVE_FIELDS = new Set([
	"host.address",
	"host.certificates",
	...[...datamodel.classes.keys()].flatMap((name) => [
		`${name}.allowed_operations`,
		`${name}.current_operations`,
	]),
]);

const files = () => readdirSync(FOLDER).filter((name) => name.endsWith(".gz"));

async function readBack(file: string): Promise<Record<string, ApiRecords>> {
	await using pool = await startSimulatedPool({
		source: dumpSource(await readDump(path.join(FOLDER, file))),
		http: true,
	});
	const call = await signIn(pool);
	const records: Record<string, ApiRecords> = {};
	for (const model of datamodel.classes.values()) {
		if (!model.messages.some(({ name }) => name === "get_all_records"))
			continue;
		records[model.name] = (await call(
			`${model.name}.get_all_records`,
		)) as ApiRecords;
	}
	return records;
}

async function parseIndependently(file: string) {
	const { stdout } = await promisify(execFile)(
		"/usr/bin/python3",
		[SCRIPT, MODEL, path.join(FOLDER, file)],
		{ maxBuffer: 100_000_000 },
	);
	return JSON.parse(stdout) as Record<string, ApiRecords>;
}

function withoutLiveFields(className: string, record: ApiRecord): ApiRecord {
	const sorted = (value: unknown) =>
		Array.isArray(value) ? value.toSorted() : value;
	const computed = new Set(datamodel.relations.map(([, end]) => end));
	return Object.fromEntries(
		Object.entries(record)
			.filter(([field]) => !LIVE_FIELDS.has(`${className}.${field}`))
			.map(([field, value]) => [
				field,
				computed.has(`${className}.${field}`) ? sorted(value) : value,
			]),
	);
}

/** What the dump lacks has the datamodel's default. */
function expectDefaults(
	className: string,
	{ actual, rows }: { actual: ApiRecords; rows: ApiRecords },
): void {
	for (const field of datamodel.classes.get(className)?.fields ?? []) {
		if (field.default === undefined || field.internal) continue;
		if (LIVE_FIELDS.has(`${className}.${field.name}`)) continue;
		for (const [ref, row] of Object.entries(rows)) {
			if (field.name in row) continue;
			expect(actual[ref]?.[field.name], field.name).toEqual(field.default);
		}
	}
}

function tally(values: readonly unknown[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) {
		counts[String(value)] = (counts[String(value)] ?? 0) + 1;
	}
	return counts;
}

/** The figures of counts.csv that the API shows. */
function countRecords(records: Record<string, ApiRecords>) {
	const rows = (name: string) => Object.values(records[name] ?? {});
	const vms = rows("VM");
	const plain = vms.filter(
		(vm) => !vm.is_a_template && !vm.is_control_domain && !vm.is_a_snapshot,
	);
	return {
		hosts: rows("host").length,
		vms: plain.length,
		vms_by_power_state: tally(plain.map((vm) => vm.power_state)),
		templates: vms.filter((vm) => vm.is_a_template && !vm.is_a_snapshot).length,
		snapshots: vms.filter((vm) => vm.is_a_snapshot).length,
		control_domains: vms.filter((vm) => vm.is_control_domain).length,
		srs: rows("SR").length,
		srs_by_type: tally(rows("SR").map((sr) => sr.type)),
		vdis: rows("VDI").length,
		vbds: rows("VBD").length,
		vifs: rows("VIF").length,
		networks: rows("network").length,
		pifs: rows("PIF").length,
		bonds: rows("Bond").length,
		vlans: rows("VLAN").length,
		vm_appliances: rows("VM_appliance").length,
		vmpps: rows("VMPP").length,
	};
}

function expectedCounts(file: string): Record<string, unknown> {
	const [head = "", ...lines] = readFileSync(
		path.join(FOLDER, "counts.csv"),
		"utf8",
	)
		.trim()
		.split(/\r?\n/);
	const line =
		lines.find((text) => text.startsWith(`${file.replace(/\.gz$/, "")},`)) ??
		"";
	const values = [...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map((match) =>
		match[1]!.replaceAll('"', ""),
	);
	const row = Object.fromEntries(
		head.split(",").map((name, index) => [name, values[index] ?? ""]),
	);
	const counts = (text = "", between: RegExp) =>
		Object.fromEntries(
			[...text.matchAll(between)].map(([, name, count]) => [
				name,
				Number(count),
			]),
		);
	return {
		...Object.fromEntries(
			Object.entries(row).map(([name, value]) => [name, Number(value)]),
		),
		vms_by_power_state: counts(row.vms_by_power_state, /(\w+) (\d+)/g),
		srs_by_type: counts(row.srs_by_type, /(\w+):(\d+)/g),
	};
}

describeWithData("real database dumps", () => {
	it("are all there", () => {
		expect(files()).toHaveLength(13);
	});

	describe.each(describeFiles())("%s", (file) => {
		it("reads back with the counts and records of an independent parse", async () => {
			const [records, expected] = await Promise.all([
				readBack(file),
				parseIndependently(file),
			]);
			expect(expectedCounts(file)).toMatchObject(countRecords(records));
			for (const [className, rows] of Object.entries(expected)) {
				const actual = records[className];
				if (actual === undefined) continue;
				for (const [ref, row] of Object.entries(rows)) {
					expect(
						withoutLiveFields(className, actual[ref] ?? {}),
						`${className} ${ref}`,
					).toMatchObject(withoutLiveFields(className, row));
				}
				expectDefaults(className, { actual, rows });
				const extra = Object.keys(actual).filter(
					(ref) => rows[ref] === undefined,
				);
				if (className !== "role" && className !== "Certificate")
					expect(extra, className).toEqual([]);
			}
		});
	});
});

function describeFiles(): string[] {
	try {
		return files();
	} catch {
		// The data is absent: what is to be skipped needs a name all the same.
		return ["no dumps"];
	}
}
