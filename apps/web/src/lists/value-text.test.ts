import type { TFunction } from "i18next";
import { expect, it } from "vitest";
import { Format } from "../i18n/format.ts";
import type { FieldKind } from "./model.ts";
import { valueText } from "./value-text.ts";

const context = {
	t: ((key: string, values?: { name: string; value: string }) =>
		values?.value === undefined
			? key
			: `${values.name}: ${values.value}`) as unknown as TFunction,
	format: new Format("en"),
	nameOf: (id: string) => (id === "p1" ? "Lyon" : undefined),
};

it.each<[FieldKind, unknown, string]>([
	["text", null, ""],
	["text", "web", "web"],
	["number", 1500, "1500"],
	["number", 10_000, "10,000"],
	["vlan", 42, "42"],
	["vlan", -1, ""],
	["bytes", 2 ** 31, "2 GiB"],
	["share", 0.5, "50%"],
	["flag", false, "lists.no"],
	["power", "Running", "power.running"],
	["link", "p1", "Lyon"],
	["link", "p2", "p2"],
	["count", ["a", null], "2"],
	["count", [], "0"],
	["list", ["a", "b"], "a, b"],
	["sizes", [1024, 2048], "1 KiB – 2 KiB"],
	["map", { a: "1", b: { c: 2 } }, 'a: 1, b: {"c":2}'],
	["os", "Windows 11|C:\\Windows", "Windows 11"],
	[
		"message",
		'value: 0.946 config: <variable> <name value="cpu_usage"/></variable>',
		"lists.alarm.cpu_usage: 95%",
	],
	[
		"message",
		'value: 2048 config: <variable> <name value="network_usage"/></variable>',
		"lists.alarm.network_usage: 2 KiB/s",
	],
	["message", "VM started", "VM started"],
])("writes %s %j as %j", (kind, value, text) => {
	expect(valueText({ kind }, value, context)).toBe(text);
});
