import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XapiError } from "../xapi-error.ts";
import { parseRrd } from "./parse-rrd.ts";
import { parseRrdUpdates } from "./parse-updates.ts";

const UPDATES = {
	stepSeconds: 5,
	timestamps: [1_213_617_595, 1_213_617_600],
	columns: [
		{
			cf: "AVERAGE",
			type: "host",
			uuid: "u-1",
			name: "cpu0",
			values: Float64Array.of(Number.NaN, 0.5),
		},
		{
			cf: "AVERAGE",
			type: "vm",
			uuid: "u-2",
			name: "network/latency",
			values: Float64Array.of(Number.POSITIVE_INFINITY, 0),
		},
	],
};
const LEGEND = '["AVERAGE:host:u-1:cpu0","AVERAGE:vm:u-2:network/latency"]';

describe("parseRrdUpdates", () => {
	it.each([
		`{"meta":{"start":"1213617590","step":"5","end":"1213617600","rows":"2","columns":"2","legend":${LEGEND}},
		"data":[{"t":"1213617600","values":["0.5","0.0"]},{"t":"1213617595","values":["NaN","Infinity"]}]}`,
		`{meta: {start: 1213617590, step: 5, end: 1213617600, rows: 2, columns: 2, legend: ${LEGEND}},
		data: [{t: 1213617600, values:[0.5,0]},{t:1213617595,values:[NaN,Infinity]}]}`,
		`<?xml version="1.0"?><xport><meta><start>1213617590</start><step>5</step><end>1213617600</end><rows>2</rows><columns>2</columns>
		<legend><entry>AVERAGE:host:u-1:cpu0</entry><entry>AVERAGE:vm:u-2:network/latency</entry></legend></meta>
		<data><row><t>1213617600</t><v>0.5</v><v>0.0</v></row><row><t>1213617595</t><v>NaN</v><v>Infinity</v></row></data></xport>`,
	])("reads what each release writes", (text) => {
		expect(parseRrdUpdates(text)).toEqual(UPDATES);
	});

	it.each(["", "null", "[]", "{}", '{"meta":{}}', "<xport>", "<a></b>"])(
		"refuses %j",
		(text) => {
			expect(() => parseRrdUpdates(text)).toThrow(XapiError);
		},
	);

	it("fails with its own error on anything", () => {
		const cut = JSON.stringify({
			meta: { step: 5, legend: ["AVERAGE:vm:u:x"] },
			data: [{ t: 1, values: [1] }],
		});
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.nat(cut.length).map((end) => cut.slice(0, end)),
					fc.string({ unit: fc.constantFrom("<", ">", "/", "v", "row", "&") }),
				),
				(text) => {
					for (const parse of [parseRrdUpdates, parseRrd]) {
						try {
							parse(text);
						} catch (error) {
							expect(error).toBeInstanceOf(XapiError);
						}
					}
				},
			),
		);
	});
});

describeWithData("real statistics", () => {
	const read = (name: string) =>
		readFileSync(path.join(DATA_DIR, "data/rrd", name), "utf8");

	it("are read from rrd_updates of 2018", () => {
		const updates = parseRrdUpdates(read("xo-rrd_updates-2018-step5.json"));
		expect(updates.columns).toHaveLength(432);
		expect(updates.timestamps).toEqual([1518617915, 1518617920]);
		expect(updates.columns[0]).toEqual({
			cf: "AVERAGE",
			type: "host",
			uuid: "77b3f6ad-020b-4e48-b090-74b2a26c4f69",
			name: "CPU3-avg-freq",
			values: Float64Array.of(2553.0842, 2696.6414),
		});
	});

	it("are read from the RRD of a VM", () => {
		const rrd = parseRrd(read("nova-vm_rrd.xml"));
		expect(rrd.stepSeconds).toBe(5);
		expect(rrd.lastUpdate).toBe(1328795567);
		expect(rrd.dataSources).toHaveLength(12);
		expect(rrd.dataSources[0]).toEqual({
			name: "cpu0",
			type: "DERIVE",
			min: 0,
			max: 1,
			lastReading: "5102.8417",
		});
		const [archive] = rrd.archives;
		expect(archive?.stepSeconds).toBe(5);
		expect(archive?.endTimestamp).toBe(1328795565);
		expect(archive?.values).toHaveLength(12);
		expect(archive?.values[0]?.[0]).toBe(0.0259);
	});
});
