import { describe, expect, it } from "vitest";
import { exportCsv, exportJson } from "./export.ts";

async function collect(pieces: AsyncIterable<string>): Promise<string[]> {
	const all = [];
	for await (const piece of pieces) all.push(piece);
	return all;
}

interface Vm {
	name: string;
	tags: string[];
	cpus?: number;
}
const columns = [
	{ header: "Name", value: (vm: Vm) => vm.name },
	{ header: "Tags", value: (vm: Vm) => vm.tags },
	{ header: "CPUs", value: (vm: Vm) => vm.cpus },
];

async function csvLines(rows: readonly Vm[]): Promise<string[]> {
	const text = (await collect(exportCsv(columns, [rows]))).join("");
	return text.slice(1).split("\r\n");
}

describe("exportCsv", () => {
	it("writes a header and a line a row, over pages", async () => {
		const pages = [
			[{ name: "web", tags: ["prod", "eu"], cpus: 4 }],
			[{ name: "db", tags: [] }],
		];
		const pieces = await collect(exportCsv(columns, pages));
		expect(pieces).toEqual([
			"\uFEFFName,Tags,CPUs\r\n",
			'web,"prod, eu",4\r\n',
			"db,,\r\n",
		]);
	});

	it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])(
		"makes no formula of %j",
		async (name) => {
			const [, line] = await csvLines([{ name, tags: [] }]);
			expect(line?.replace(/^"/, "").startsWith(`'${name[0]}`)).toBe(
				name !== "\rx" || line?.startsWith(`"'`),
			);
		},
	);

	it("leaves negative numbers numbers", async () => {
		const [, line] = await csvLines([{ name: "a", tags: [], cpus: -1 }]);
		expect(line).toBe("a,,-1");
	});

	it("quotes commas, quotes and line ends", async () => {
		const [, line] = await csvLines([{ name: 'a "b", c', tags: [] }]);
		expect(line).toBe('"a ""b"", c",,');
	});
});

describe("exportJson", () => {
	it("is one list, also of nothing", async () => {
		const rows = [{ name: "web", tags: ["a"] }];
		const text = (await collect(exportJson(columns, [rows, rows]))).join("");
		const vm = { Name: "web", Tags: ["a"], CPUs: null };
		expect(JSON.parse(text)).toEqual([vm, vm]);
		const none = (await collect(exportJson(columns, []))).join("");
		expect(JSON.parse(none)).toEqual([]);
	});
});
