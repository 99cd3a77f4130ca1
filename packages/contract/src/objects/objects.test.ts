import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
	objectSchemas,
	objectTypes,
	restCollections,
	serverSchema,
	taskSchema,
	tokenSchema,
	userSchema,
} from "./index.ts";

function example(file: string, name: string): unknown {
	const text = readFileSync(
		path.join(DATA_DIR, "data/xo-rest", `${file}.json`),
		"utf8",
	);
	return JSON.parse(text)[name];
}

/** What an example of another version lacks or has more than ours. */
interface Deviation {
	readonly missing?: string[];
	readonly unknown?: string[];
}

const EXAMPLES: readonly [string, string, () => z.ZodObject, Deviation][] = [
	["host", "host", objectSchemas.host, {}],
	["vm", "vm", objectSchemas.VM, { missing: ["isNestedVirtEnabled"] }],
	[
		"vm-controller",
		"vmController",
		objectSchemas["VM-controller"],
		{ missing: ["isNestedVirtEnabled"] },
	],
	["vbd", "vbd", objectSchemas.VBD, {}],
	["vdi", "vdi", objectSchemas.VDI, { missing: ["chainPhysicalUsage"] }],
	["vdi-snapshot", "vdiSnapshot", objectSchemas["VDI-snapshot"], {}],
	["sr", "sr", objectSchemas.SR, {}],
	[
		"sm",
		"sm",
		objectSchemas.SM,
		{ missing: ["$pool", "$poolId"], unknown: ["pool", "poolId", "href"] },
	],
	["pbd", "pbd", objectSchemas.PBD, {}],
	["network", "network", objectSchemas.network, { missing: ["isBonded"] }],
	["user", "user", userSchema, { unknown: ["pw_hash"] }],
	["server", "server", serverSchema, {}],
	["task", "task", taskSchema, {}],
];

describeWithData("schemas and real examples", () => {
	it.each(EXAMPLES)("%s.%s fits", (...row) => {
		const [file, name, schemaOf, deviation] = row;
		const { missing = [], unknown = [] } = deviation;
		const result = schemaOf().strict().safeParse(example(file, name));
		const issues = result.error?.issues ?? [];
		const found = {
			missing: issues
				.filter(({ code }) => code !== "unrecognized_keys")
				.map(({ path }) => path.join(".")),
			unknown: issues.flatMap((issue) =>
				issue.code === "unrecognized_keys" ? issue.keys : [],
			),
		};
		expect(found).toEqual({ missing, unknown });
	});

	it("reads tokens", () => {
		const tokens = z.array(tokenSchema().strict());
		const examples = tokens.parse(example("user", "authenticationTokens"));
		expect(examples).toHaveLength(2);
	});

	it("knows the REST collections", () => {
		const file = path.join(DATA_DIR, "reference/xo-rest-endpoints.json");
		const { endpoints } = JSON.parse(readFileSync(file, "utf8"));
		const paths = endpoints.map((endpoint: { path: string }) => endpoint.path);
		for (const collection of Object.values(restCollections)) {
			expect(paths).toContain(`/${collection}`);
		}
	});
});

describe("objectSchemas", () => {
	it("has the 30 types, each under the name that its objects carry", () => {
		expect(objectTypes).toHaveLength(30);
		for (const type of objectTypes) {
			expect(objectSchemas[type]().shape.type.value).toBe(type);
		}
	});

	it("has a name in JSON Schema", () => {
		const names = objectTypes.map((type) => {
			const { $ref } = z.toJSONSchema(objectSchemas[type](), {
				target: "openapi-3.0",
			});
			return $ref;
		});
		expect(new Set(names).size).toBe(30);
		expect(names).toContain("#/definitions/XoVm");
	});
});
