import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { parseOptions, UsageError } from "./options.ts";

describe("parseOptions", () => {
	it("measures everything at full size by default", () => {
		const { effort, names, isList, jsonFile } = parseOptions([]);
		expect(effort.size).toEqual({ pools: 25, hosts: 500, vms: 10_000 });
		expect({ names, isList, jsonFile }).toEqual({
			names: [],
			isList: false,
			jsonFile: undefined,
		});
		expect(parseOptions(["--suite", "core"]).effort).toEqual(effort);
	});

	it("takes names, a file, and less effort", () => {
		const options = parseOptions(
			"--quick --size 1/2/30 --seconds 2 --json out.json start calls".split(
				" ",
			),
		);
		expect(options.names).toEqual(["start", "calls"]);
		expect(options.jsonFile).toBe("out.json");
		expect(options.effort).toMatchObject({
			size: { pools: 1, hosts: 2, vms: 30 },
			seconds: 2,
		});
	});

	it.each([
		["--json /nope/figures.json", /--json: cannot write \/nope\/figures/],
		[`--json ${tmpdir()}`, /--json: .* is a folder$/],
		["--suite other", /--suite/],
		["--size 3/2/10", /--size/],
		["--size 1/2", /--size/],
		["--size a/b/c", /--size: "a"/],
		["--seconds -1", /seconds/],
		["--unknown", /^Unknown option '--unknown'$/],
	])("refuses %s", (line, message) => {
		expect(() => parseOptions(line.split(" "))).toThrow(UsageError);
		expect(() => parseOptions(line.split(" "))).toThrow(message);
	});
});
