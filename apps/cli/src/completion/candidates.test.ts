import { describe, expect, it } from "vitest";
import { parameterCandidates, type Question, whatNext } from "./candidates.ts";
import { joinSplitWords } from "./complete.ts";
import { completionScript } from "./scripts.ts";

const commands = ["register", "rest", "list-objects", "list-commands"];

function values(question: Question): string[] {
	return question.kind === "candidates"
		? question.candidates.map(({ value }) => value)
		: [question.kind];
}

describe("whatNext", () => {
	it.each([
		[[""], { kind: "methods", commands }],
		[["-u", "https://x", "vm."], { kind: "methods", commands }],
		[["vm.start", ""], { kind: "parameters", method: "vm.start" }],
		[["vm.start", "id="], { kind: "objects", type: "VM", prefix: "id=" }],
		[
			["vm.migrate", "host=a"],
			{ kind: "objects", type: "host", prefix: "host=" },
		],
		[["job.run", "id="], { kind: "objects", type: undefined, prefix: "id=" }],
		[["vm.export", "@="], { kind: "files" }],
		[["list-commands", "v"], { kind: "methods", commands: [] }],
	])("%j", (words, question) => {
		expect(whatNext(words, commands)).toEqual(question);
	});

	it("knows the REST verbs and collections", () => {
		expect(values(whatNext(["rest", ""], commands))).toContain("get");
		expect(
			values(whatNext(["rest", "--json", "get", "v"], commands)),
		).toContain("vms");
		expect(values(whatNext(["rest", "get", "vms", "f"], commands))).toContain(
			"filter=",
		);
	});

	it("knows the words of list-objects and the global options", () => {
		const words = values(whatNext(["list-objects", "type="], commands));
		expect(words).toContain("type=VM");
		expect(whatNext(["list-objects", "type=SR", "--si"], commands)).toEqual({
			kind: "properties",
			type: "SR",
			areFlags: true,
		});
		expect(values(whatNext(["list-objects", "--output="], commands))).toContain(
			"--output=yaml",
		);
		expect(values(whatNext(["--"], commands))).toContain("--url");
		expect(values(whatNext(["register", ""], commands))).toEqual([]);
	});
});

it("parameters say their type", () => {
	const methods = {
		"vm.set": {
			params: {
				id: { type: "string" },
				size: {
					anyOf: [{ type: "string" }, { type: "number" }],
					optional: true,
				},
				mode: { enum: ["a", "b"] },
			},
		},
	};
	expect(parameterCandidates(methods, "vm.set")).toEqual([
		{ value: "id=", description: "string" },
		{ value: "size=", description: "string|number, optional" },
		{ value: "mode=", description: "a|b" },
	]);
	expect(parameterCandidates(methods, "constructor")).toEqual([]);
});

it("words that bash has cut are put together", () => {
	expect(joinSplitWords(["vm.start", "id", "=", "ab"])).toEqual([
		"vm.start",
		"id=ab",
	]);
	expect(joinSplitWords(["x", "a", "=", "json", ":", "["])).toEqual([
		"x",
		"a=json:[",
	]);
	expect(joinSplitWords(["x", "id", "="])).toEqual(["x", "id="]);
	expect(joinSplitWords([""])).toEqual([""]);
});

it("there is a script for each shell", () => {
	for (const shell of ["bash", "zsh", "fish"]) {
		expect(completionScript(shell)).toContain(`xo-cli __complete ${shell}`);
	}
	expect(() => completionScript("toString")).toThrow(
		"no completion for toString",
	);
});
