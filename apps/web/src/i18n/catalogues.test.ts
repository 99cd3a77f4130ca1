import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { operations } from "@xo/contract";
import i18next from "i18next";
import { expect, test } from "vitest";
import en from "../locales/en.json" with { type: "json" };
import fr from "../locales/fr.json" with { type: "json" };
import { withManyForms } from "./i18n.ts";

const SOURCES = path.resolve(import.meta.dirname, "..");
const CATALOGUES = { en, fr };
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Tree = { readonly [key: string]: string | Tree };

function entriesOf(tree: Tree, prefix = ""): [key: string, text: string][] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === "string"
			? [[prefix + key, value] as [string, string]]
			: entriesOf(value, `${prefix}${key}.`),
	);
}

function keysOf(tree: Tree): string[] {
	return entriesOf(tree)
		.map(([key]) => key)
		.toSorted();
}

function variablesOf(text: string): string[] {
	return [...text.matchAll(/\{\{\s*(\w+)/g)]
		.map(([, name = ""]) => name)
		.toSorted();
}

/** Every key that the sources name: `t("a.b")` and texts that look like one,
 *  as `label: "nav.vms"`; the parts of a template come as a prefix. */
function usedKeys(): { exact: Map<string, string>; prefixes: Set<string> } {
	const exact = new Map<string, string>();
	const prefixes = new Set<string>();
	const areas = Object.keys(en).join("|");
	for (const name of readdirSync(SOURCES, {
		recursive: true,
		encoding: "utf8",
	})) {
		if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue;
		const text = readFileSync(path.join(SOURCES, name), "utf8");
		for (const [, key = ""] of text.matchAll(/\bt\(\s*"([^"]+)"/g)) {
			exact.set(key, name);
		}
		const literal = new RegExp(`"((?:${areas})\\.[\\w.]+)"`, "g");
		for (const [, key = ""] of text.matchAll(literal)) exact.set(key, name);
		for (const [, key = ""] of text.matchAll(/\bt\(\s*`([\w.]*)\$\{/g)) {
			prefixes.add(key);
		}
	}
	return { exact, prefixes };
}

test("every language has the same texts, with the same variables", () => {
	expect(keysOf(fr)).toEqual(keysOf(en));
	const french = new Map(entriesOf(fr));
	for (const [key, text] of entriesOf(en)) {
		const inFrench = french.get(key) ?? "";
		expect([key, text.trim(), inFrench.trim()]).not.toContain("");
		// "one" may be written as a word.
		if (/_(zero|one)$/.test(key)) continue;
		expect([key, variablesOf(inFrench)]).toEqual([key, variablesOf(text)]);
	}
});

test.each(Object.entries(CATALOGUES))("%s has all plural forms", (_, tree) => {
	const keys = new Set(keysOf(tree));
	for (const key of keys) {
		if (!PLURAL.test(key)) continue;
		const base = key.replace(PLURAL, "");
		expect(keys).toContain(`${base}_one`);
		expect(keys).toContain(`${base}_other`);
	}
});

test("every text that the sources name exists", () => {
	const keys = keysOf(en);
	const known = new Set(keys.map((key) => key.replace(PLURAL, "")));
	const { exact, prefixes } = usedKeys();
	expect(exact.size).toBeGreaterThan(50);
	const missing = [...exact].filter(
		([key]) =>
			!known.has(key) &&
			!keys.includes(key) &&
			// Names of calls look alike.
			!Object.hasOwn(operations, key),
	);
	expect(missing).toEqual([]);
	for (const prefix of prefixes) {
		expect(keys.some((key) => key.startsWith(prefix))).toBe(true);
	}
});

test("whole millions have a text in French", async () => {
	const instance = i18next.createInstance();
	await instance.init({
		lng: "fr",
		fallbackLng: false,
		resources: { fr: { translation: withManyForms(fr) } },
	});
	for (const count of [0, 1, 2, 1_000_000]) {
		expect(instance.t("tasks.running", { count })).toContain(`${count} tâche`);
	}
});
