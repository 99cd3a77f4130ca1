import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBarePool } from "../../tests/sources/_pool.ts";
import { dumpSource } from "./dump.ts";
import { DumpError } from "./dump-error.ts";
import { readDump } from "./dump-file.ts";
import { parseDump } from "./dump-parser.ts";

const HOST = "OpaqueRef:host";
const SMALL = `<database><manifest><pair key="schema_major_vsn" value="5"/></manifest>
<table name="pool"><row ref="OpaqueRef:pool" master="${HOST}" name__label="Lab"/></table>
<table name="host"><row ref="${HOST}" _ref="${HOST}" uuid="h1" name__label="A%nB%%%.c%_d" API_version__major="1" other_config="(('a' 'it\\'s') (&quot;b&quot; &quot;2&quot;))" capabilities="('x' 'y')"/></table>
<table name="Secret"><row ref="OpaqueRef:s" uuid="s1" value="quiet"/></table>
<table name="gone"><row ref="OpaqueRef:g"/></table>
<table name="session"><row ref="OpaqueRef:old" uuid="x"/></table>
<table name="SR"><row ref="OpaqueRef:sr1" uuid="same"/><row ref="OpaqueRef:sr2" uuid="same"/></table>
<table name="VDI"><row ref="OpaqueRef:v1" SR="OpaqueRef:sr1"/><row ref="OpaqueRef:v2" SR="OpaqueRef:nowhere"/></table>
</database>`;

function load(text: string) {
	const pool = createBarePool();
	dumpSource(parseDump(text))(pool);
	return pool.db;
}

describe("dumpSource", () => {
	it("decodes values and fills in today's defaults", () => {
		const host = load(SMALL).get("host", HOST);
		expect(host).toMatchObject({
			uuid: "h1",
			name_label: "A\nB% c  d",
			API_version_major: 1,
			other_config: { a: "it's", b: "2" },
			capabilities: ["x", "y"],
			display: "enabled",
			virtual_hardware_platform_versions: [0],
		});
	});

	it("keeps duplicate uuids and dangling references", () => {
		const db = load(SMALL);
		expect(db.refs("SR")).toHaveLength(2);
		expect(db.findByUuid("SR", "same")).toBe("OpaqueRef:sr1");
		expect(db.get("VDI", "OpaqueRef:v2").SR).toBe("OpaqueRef:nowhere");
		expect(db.get("SR", "OpaqueRef:sr1").VDIs).toEqual(["OpaqueRef:v1"]);
	});

	it("reads old names of tables, and leaves out what no longer lives", () => {
		const db = load(SMALL);
		expect(db.get("secret", "OpaqueRef:s").value).toBe("quiet");
		expect(db.refs("session")).toEqual([]);
	});

	it.each([
		[
			"no host",
			SMALL.replace('name="host"', 'name="hosts"'),
			/no row in its table host/,
		],
		[
			"a bad number",
			SMALL.replace('major="1"', 'major="one"'),
			/column API_version__major of host OpaqueRef:host: not a number/,
		],
		[
			"a bad expression",
			SMALL.replace("('x' 'y')", "('x' 'y'"),
			/column capabilities of host/,
		],
		["another document", "<html><body/></html>", /root element is <html>/],
		["no XML", "PK\u0003\u0004 zip", /^not XML/],
		[
			"half a file",
			SMALL.slice(0, 400),
			/truncated: the file ends inside <row>|broken XML|truncated/,
		],
		[
			"an element too many",
			SMALL.replace("<manifest>", "<manifest><x/>"),
			/unexpected element <database\/manifest\/x>/,
		],
	])("says what is wrong with %s", (_, text, message) => {
		expect(() => load(text)).toThrow(DumpError);
		expect(() => load(text)).toThrow(message);
	});

	it("never fails otherwise than with a DumpError", () => {
		const spoiled = fc
			.tuple(fc.nat(SMALL.length), fc.nat(40), fc.string({ maxLength: 10 }))
			.map(
				([at, length, text]) =>
					SMALL.slice(0, at) + text + SMALL.slice(at + length),
			);
		fc.assert(
			fc.property(fc.oneof(spoiled, fc.string()), (text) => {
				try {
					parseDump(text);
				} catch (error) {
					expect(error).toBeInstanceOf(DumpError);
				}
			}),
		);
	});
});

describe("readDump", () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "dump-"));
	});
	afterAll(() => rm(folder, { recursive: true }));

	async function write(name: string, content: Buffer | string) {
		const file = path.join(folder, name);
		await writeFile(file, content);
		return file;
	}

	it.each([
		["plain", SMALL],
		["gzip", gzipSync(SMALL)],
		["marked", `\u{feff}<?xml version="1.0" encoding="utf-8"?>${SMALL}`],
		["on one line", SMALL.replaceAll("\n", "")],
	])("reads a %s file", async (name, content) => {
		const { tables } = await readDump(await write(`${name}.xml`, content));
		expect(tables.get("host")).toHaveLength(1);
	});

	it.each([
		["empty", "", /empty\.xml: the file is empty/],
		[
			"cut",
			gzipSync(SMALL).subarray(0, 200),
			/cut\.xml: truncated: the gzip data ends/,
		],
		["half", SMALL.slice(0, SMALL.length - 20), /half\.xml: truncated/],
		[
			"binary",
			Buffer.from([0x3c, 0xff, 0xfe, 0x00]),
			/binary\.xml: not UTF-8 text/,
		],
	])("tells what is wrong with an %s file", async (name, content, message) => {
		const file = await write(`${name}.xml`, content);
		await expect(readDump(file)).rejects.toThrow(message);
		await expect(readDump(file)).rejects.toBeInstanceOf(DumpError);
	});

	it("tells of a file that is not there", async () => {
		await expect(readDump(path.join(folder, "none"))).rejects.toThrow(
			/none: there is no such file/,
		);
		await expect(readDump(folder)).rejects.toThrow(/it is a folder/);
	});
});
