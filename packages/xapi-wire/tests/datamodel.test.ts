import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
	datamodel,
	parseXapiType,
	type Ref,
	type VmRecord,
	type XapiAsyncMethod,
	type XapiMethods,
} from "../src/index.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const GENERATED = path.join(ROOT, "packages/xapi-wire/src/generated");

interface FactMessage {
	readonly name: string;
	readonly kind: string;
	readonly role: string;
	readonly async: boolean;
	readonly result: string;
	readonly session?: boolean;
	readonly params: readonly { name: string; type: string }[];
}

describe("datamodel", () => {
	it("has types that can be parsed, and relations between fields", () => {
		for (const { fields, messages } of datamodel.classes.values()) {
			for (const { type } of fields) parseXapiType(type);
			for (const { params, result } of messages) {
				parseXapiType(result);
				for (const { type } of params) parseXapiType(type);
			}
		}
		for (const end of datamodel.relations.flat()) {
			const [className = "", name] = end.split(".");
			const { fields } = datamodel.classes.get(className)!;
			expect(fields.some((field) => field.name === name)).toBe(true);
		}
	});
});

describe("generated types", () => {
	it("know the parameters and results of methods", () => {
		expectTypeOf<XapiMethods["VM.start"]["params"]>().toEqualTypeOf<
			[vm: Ref<"VM">, start_paused: boolean, force: boolean]
		>();
		expectTypeOf<XapiMethods["VM.get_VBDs"]["result"]>().toEqualTypeOf<
			readonly Ref<"VBD">[]
		>();
		expectTypeOf<
			XapiMethods["VM.get_record"]["result"]
		>().toEqualTypeOf<VmRecord>();
		expectTypeOf<VmRecord["memory_static_max"]>().toEqualTypeOf<number>();
		expectTypeOf<"VM.start">().toExtend<XapiAsyncMethod>();
		expectTypeOf<"VM.get_VBDs">().not.toExtend<XapiAsyncMethod>();
		expectTypeOf<Ref<"VM">>().not.toExtend<Ref<"SR">>();
	});
});

describeWithData("datamodel and its facts", () => {
	it("expands to exactly the messages of the facts", () => {
		const facts = JSON.parse(
			readFileSync(
				path.join(DATA_DIR, "reference/xapi-datamodel.json"),
				"utf8",
			),
		);
		for (const fact of facts.classes) {
			const brief = (message: FactMessage) =>
				[
					message.name,
					message.kind,
					message.role,
					Boolean(message.async),
					message.result,
					message.params.map(({ name, type }) => `${name}: ${type}`).join(),
				].join(" ");
			const expected = fact.messages.map((message: FactMessage) =>
				brief({
					...message,
					params:
						message.session === false
							? message.params
							: message.params.slice(1),
				}),
			);
			const { messages } = datamodel.classes.get(fact.name)!;
			const actual = messages.map((message) =>
				brief(message as unknown as FactMessage),
			);
			expect(actual.sort()).toEqual(expected.sort());
		}
	});

	it("is what the generator writes", () => {
		const folder = mkdtempSync(path.join(tmpdir(), "datamodel-"));
		try {
			execFileSync(process.execPath, [
				path.join(ROOT, "tools/generate-datamodel.ts"),
				folder,
			]);
			for (const name of readdirSync(GENERATED)) {
				expect(
					readFileSync(path.join(folder, name), "utf8") ===
						readFileSync(path.join(GENERATED, name), "utf8"),
					`${name} is out of date: npm run generate`,
				).toBe(true);
			}
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
