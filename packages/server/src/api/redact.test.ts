import { describe, expect, it } from "vitest";
import { z } from "zod";
import { redact } from "./redact.ts";

const secret = z.string().meta({ secret: true });
const HIDDEN = "* obfuscated *";

describe("redact", () => {
	const schema = z.looseObject({
		name: z.string(),
		password: secret,
		maybe: secret.optional(),
		withDefault: secret.default("x"),
		nullable: secret.nullish(),
		list: z.array(secret),
		nested: z.strictObject({ inner: secret.optional(), open: z.string() }),
		items: z.array(z.strictObject({ key: secret })).optional(),
	});

	it("hides what is marked, however deep, and nothing else", () => {
		expect(
			redact(schema, {
				name: "n",
				password: "p",
				maybe: "p",
				withDefault: "p",
				nullable: "p",
				list: ["p", "p"],
				nested: { inner: "p", open: "o" },
				items: [{ key: "p" }],
			}),
		).toEqual({
			name: "n",
			password: HIDDEN,
			maybe: HIDDEN,
			withDefault: HIDDEN,
			nullable: HIDDEN,
			list: [HIDDEN, HIDDEN],
			nested: { inner: HIDDEN, open: "o" },
			items: [{ key: HIDDEN }],
		});
	});

	it("hides what the schema does not know", () => {
		expect(redact(schema, { surprise: "p" })).toEqual({ surprise: HIDDEN });
	});

	it("leaves what is absent absent", () => {
		expect(redact(schema, { nullable: null, maybe: undefined })).toEqual({
			nullable: null,
			maybe: undefined,
		});
	});
});
