import { expect, it } from "vitest";
import { plain } from "../output/style.ts";
import { notificationLines } from "./notification-lines.ts";

const time = new Date(2026, 0, 2, 3, 4, 5);

function lines(method: string, params: unknown): string[] {
	return notificationLines({ method, params }, time, plain).split("\n");
}

it("tells each object on one line", () => {
	const items = {
		a: { type: "VM", name_label: "web\u001b[2J\n", power_state: "Running" },
		b: { type: "SR", name_label: "nfs" },
	};
	expect(lines("all", { type: "enter", items })).toEqual([
		"03:04:05 + VM  web   Running  a",
		"03:04:05 + SR  nfs  b",
		"",
	]);
	expect(lines("all", { type: "exit", items: { a: 0 } })[0]).toBe(
		"03:04:05 - a",
	);
});

it("keeps batches short", () => {
	const items = Object.fromEntries(
		Array.from({ length: 60 }, (_, n) => [n, 0]),
	);
	const told = lines("all", { type: "exit", items });
	expect(told).toHaveLength(52);
	expect(told[50]).toBe("03:04:05 - and 10 more");
});

it("shows others whole", () => {
	expect(lines("other", { a: 1 })[0]).toBe('other {"a":1}');
	expect(lines("all", null)[0]).toBe("all null");
});
