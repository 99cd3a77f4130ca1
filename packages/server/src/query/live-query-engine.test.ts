import {
	type LiveMetrics,
	type LiveQueryPatch,
	liveQuerySchema,
} from "@xo/contract";
import { FilterError } from "@xo/filter";
import { type CachedObject, ObjectCache } from "@xo/object-cache";
import { ManualClock } from "@xo/std";
import { describe, expect, test } from "vitest";
import type { Audience } from "./audience.ts";
import { LiveQueryEngine } from "./live-query-engine.ts";
import { noMetrics } from "./metrics.ts";
import { LiveQueryError } from "./query-error.ts";

const admin: Audience = { key: "admin", seesAll: true, canView: () => true };

function start(metrics = noMetrics) {
	const cache = new ObjectCache();
	const clock = new ManualClock(1_000_000);
	const engine = new LiveQueryEngine({ cache, clock, metrics });
	const connection = engine.connect();
	const put = (...upserts: CachedObject[]) =>
		cache.apply({ source: "A", upserts, removals: [] });
	const open = (params: object, audience = admin) => {
		const patches: LiveQueryPatch[] = [];
		const parsed = liveQuerySchema().parse({ types: ["VM"], ...params });
		const query = connection.open(parsed, audience, (patch) => {
			patches.push(patch);
		});
		return { query, patches };
	};
	return { cache, clock, engine, connection, put, open };
}

function isVm({ type }: CachedObject): boolean {
	return type === "VM";
}

function vm(id: string, more: Record<string, unknown> = {}): CachedObject {
	return { id, type: "VM", name_label: `vm ${id}`, ...more };
}

describe("LiveQueryEngine", () => {
	test("answers with the window, then says only what changed", () => {
		const { clock, put, open } = start();
		put(vm("1"), vm("2"), vm("3"), vm("10"), { id: "h", type: "host" });
		const { query, patches } = open({
			sort: [{ key: "name_label" }],
			fields: ["name_label"],
			window: { offset: 0, limit: 3 },
		});
		expect(query.result).toMatchObject({
			revision: 1,
			total: 4,
			length: 4,
			rows: [
				{ id: "1", type: "VM", name_label: "vm 1" },
				{ id: "2" },
				{ id: "3" },
			],
		});
		clock.advance(50);
		put(vm("2", { name_label: "vm 2b" }));
		clock.advance(0);
		put(vm("1", { name_label: "vm 9" }), vm("10", { memory: 1 }));
		clock.advance(60);
		expect(patches).toEqual([
			{ revision: 2, rows: { changed: { "2": { name_label: "vm 2b" } } } },
			{
				revision: 3,
				rows: {
					changed: { "1": { name_label: "vm 9" } },
					placed: [[2, "1"]],
				},
			},
		]);
	});

	test("orders by the names of what links lead to, and follows them", () => {
		const { clock, put, open } = start();
		const host = (id: string, name_label: string) => ({
			id,
			type: "host",
			name_label,
		});
		put(
			vm("1", { $container: "a" }),
			vm("2", { $container: "b" }),
			vm("3", { $container: "gone" }),
			vm("4", { $container: "a" }),
			host("a", "host 10"),
			host("b", "host 9"),
		);
		const sort = [{ key: "$container.name_label" }];
		const { query } = open({ sort });
		const hidden = open({ sort }, { key: "vms", canView: isVm }).query;
		const ids = () => query.result.rows.map(({ id }) => id).join("");
		expect(ids()).toBe("2143");
		clock.advance(100);
		put(host("b", "host 11"), vm("4", { $container: "b" }));
		clock.advance(100);
		expect(ids()).toBe("1243");
		put(host("gone", "host 1"));
		clock.advance(100);
		expect(ids()).toBe("3124");
		put(vm("1", { $container: "b" }));
		clock.advance(100);
		put(host("a", "renamed"));
		clock.advance(100);
		expect(ids()).toBe("3124");
		expect(hidden.result.rows.map(({ id }) => id).join("")).toBe("1234");
	});

	test("shows the metrics that it orders by, not newer ones", () => {
		const cpu = new Map<string, number>();
		let tell: (ids: readonly string[]) => void = () => {};
		const { clock, put, open } = start({
			...noMetrics,
			find: (id) => ({ cpu: cpu.get(id) }) as LiveMetrics,
			onChange(listener) {
				tell = listener;
				return { [Symbol.dispose]: () => {} };
			},
		});
		put(vm("1"), vm("2"));
		for (const [id, value] of [
			["1", 5],
			["2", 3],
		] as const)
			cpu.set(id, value);
		tell(["1", "2"]);
		const { query } = open({
			sort: [{ key: "metrics.cpu", desc: true }],
			fields: ["metrics.cpu"],
		});
		const shown = () =>
			query.result.rows.map((row) => `${row.id}:${row["metrics.cpu"]}`);
		expect(shown()).toEqual(["1:5", "2:3"]);
		cpu.set("2", 9);
		put(vm("1", { name_label: "renamed" }), vm("3"));
		clock.advance(60);
		expect(shown()).toEqual(["1:5", "2:3", "3:null"]);
		tell(["2"]);
		clock.advance(60);
		expect(shown()).toEqual(["2:9", "1:5", "3:null"]);
	});

	test("sends the first change at once and the next ones together", () => {
		const { clock, put, open } = start();
		const { patches } = open({});
		clock.advance(1_000);
		put(vm("1"));
		clock.advance(0);
		expect(patches).toHaveLength(1);
		for (const id of ["2", "3", "4"]) put(vm(id));
		clock.advance(49);
		expect(patches).toHaveLength(1);
		clock.advance(11);
		expect(patches).toHaveLength(2);
		expect(patches[1]).toMatchObject({ total: 4, length: 4, revision: 4 });
		clock.advance(1_000);
		expect(patches).toHaveLength(2);
	});

	test("is silent about what a query does not show", () => {
		const { clock, put, open } = start();
		put(vm("1"));
		const { patches } = open({ fields: ["name_label"] });
		clock.advance(100);
		put(vm("1", { memory: 5 }), { id: "h", type: "host" });
		clock.advance(100);
		expect(patches).toEqual([]);
	});

	test("gives one patch to all who asked the same before a change", () => {
		const { clock, put, open } = start();
		put(vm("1"));
		const early = open({ fields: ["memory"] });
		put({ id: "h", type: "host" });
		const late = open({ fields: ["memory"] });
		const other = open({ fields: ["memory"], window: { offset: 1, limit: 9 } });
		for (const memory of [1, 2]) {
			put(vm("1", { memory }));
			clock.advance(100);
		}
		expect(early.patches).toEqual(late.patches);
		expect(early.patches[1]).toBe(late.patches[1]);
		expect(early.patches).toHaveLength(2);
		expect(other.patches).toEqual([]);
	});

	test("a paused query catches up in one patch", () => {
		const { clock, put, open } = start();
		const { query, patches } = open({});
		query.pause();
		for (let count = 0; count < 100; count++) {
			put(vm(`${count}`));
			clock.advance(20);
		}
		expect(patches).toEqual([]);
		query.resume();
		clock.advance(0);
		expect(patches).toMatchObject([{ total: 100, revision: 100 }]);
	});

	test("updates by difference, and anew when the fields change", () => {
		const { put, open } = start();
		put(vm("1"), vm("2"), vm("3"));
		const { query } = open({ window: { offset: 0, limit: 2 } });
		expect(query.update({ window: { offset: 1, limit: 2 } })).toEqual({
			revision: 1,
			offset: 1,
			rows: { removed: ["1"], placed: [[1, { id: "3", type: "VM" }]] },
		});
		expect(query.update({ fields: ["name_label"] }).reset?.rows).toEqual([
			{ id: "2", type: "VM", name_label: "vm 2" },
			{ id: "3", type: "VM", name_label: "vm 3" },
		]);
	});

	test("a bad filter opens nothing and changes nothing", () => {
		const { clock, put, open } = start();
		expect(() => open({ filter: "((" })).toThrow(FilterError);
		const { query, patches } = open({ filter: "name_label:vm" });
		expect(() => query.update({ filter: "!" })).toThrow(FilterError);
		clock.advance(100);
		put(vm("1"), vm("2", { name_label: "other" }));
		clock.advance(0);
		expect(patches).toMatchObject([{ total: 1 }]);
	});

	test("audiences see their own totals, and changes of permission", () => {
		const { clock, put, open } = start();
		put(vm("1"), vm("2"), vm("3"));
		let allowed = ["1"];
		let tell = () => {};
		const audience = {
			key: "some",
			seesAll: false,
			canView: ({ id }: CachedObject = vm("")) => allowed.includes(id),
			onChange(listener: () => void) {
				tell = listener;
				return { [Symbol.dispose]: () => {} };
			},
		};
		const { query, patches } = open({}, audience);
		expect(query.result).toMatchObject({ total: 1, rows: [{ id: "1" }] });
		expect(open({}).query.result.total).toBe(3);
		clock.advance(100);
		allowed = ["2", "3"];
		tell();
		clock.advance(0);
		expect(patches).toMatchObject([
			{
				total: 2,
				rows: {
					removed: ["1"],
					placed: [
						[0, { id: "2" }],
						[1, {}],
					],
				},
			},
		]);
	});

	test("a connection has limits, and closing it closes its queries", () => {
		const { clock, connection, put, open } = start();
		const opened = Array.from({ length: 64 }, () => open({}));
		expect(() => open({})).toThrow(
			expect.objectContaining({
				code: "TOO_MANY_QUERIES",
				details: { limit: 64 },
			}),
		);
		opened[0]?.query.close();
		open({});
		connection[Symbol.dispose]();
		expect(() => open({})).toThrow(LiveQueryError);
		put(vm("1"));
		clock.advance(100);
		expect(opened.flatMap(({ patches }) => patches)).toEqual([]);
	});
});
