import { ManualClock } from "@xo/std";
import { expect, test } from "vitest";
import type { TaskRow } from "../src/types.ts";
import { CONNECTION, codeOf, describeEachEngine } from "./_util.ts";

const TASK: TaskRow = {
	id: "t1",
	status: "pending",
	userId: "u1",
	objectId: undefined,
	startedAt: 1_790_000_000_000,
	endedAt: undefined,
	body: { properties: { name: "API call: vm.start" } },
};

describeEachEngine("pool connections", (create) => {
	test("every field survives a restart", async () => {
		await using database = await create();
		const first = await database.open();
		const row = await first.poolConnections.create({
			...CONNECTION,
			httpProxy: "http://user:pass@192.0.2.1:3128",
			fingerprints: { "192.0.2.10": "AA:BB" },
			error: { code: "ECONNREFUSED" },
			lastConnectedAt: 1_790_000_000_000,
		});
		await first[Symbol.asyncDispose]();
		await using second = await database.open();
		expect(second.poolConnections.list()).toEqual([row]);
	});

	test("an update changes and clears what it names", async () => {
		await using database = await create();
		const first = await database.open();
		const { poolConnections } = first;
		const { id } = await poolConnections.create({
			...CONNECTION,
			httpProxy: "http://192.0.2.1",
			error: { code: "X" },
		});
		await Promise.all([
			poolConnections.update(id, { host: "192.0.2.11", password: "new" }),
			poolConnections.update(id, { error: undefined, enabled: false }),
			poolConnections.update(id, { label: undefined, username: undefined }),
		]);
		const expected = {
			...CONNECTION,
			id,
			host: "192.0.2.11",
			password: "new",
			httpProxy: "http://192.0.2.1",
			enabled: false,
			label: undefined,
		};
		expect(poolConnections.find(id)).toEqual(expected);
		expect(poolConnections.findByHost("192.0.2.11")).toEqual(expected);
		expect(poolConnections.findByHost(CONNECTION.host)).toBeUndefined();
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		expect(second.poolConnections.list()).toEqual([expected]);
		expect(await second.poolConnections.delete(id)).toBe(true);
		expect(await second.poolConnections.delete(id)).toBe(false);
	});

	test("a host is known once", async () => {
		await using database = await create();
		await using store = await database.open();
		const { poolConnections } = store;
		await poolConnections.create(CONNECTION);
		expect(await codeOf(poolConnections.create(CONNECTION))).toBe("duplicate");
		expect(await codeOf(poolConnections.update("none", {}))).toBe("not-found");
		expect(poolConnections.list()).toHaveLength(1);
	});
});

describeEachEngine("settings", (create) => {
	test("values are set, listed by prefix, and deleted", async () => {
		await using database = await create();
		const first = await database.open();
		await first.settings.set("tag:red", { color: "#f00" });
		await first.settings.set("tag:red", { color: "#e00" });
		await first.settings.set("tag:old", 1);
		await first.settings.set("instance", "id");
		await first.settings.set("tag:old", undefined);
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		expect(second.settings.get("instance")).toBe("id");
		expect(second.settings.get("tag:old")).toBeUndefined();
		expect([...second.settings.list("tag:")]).toEqual([
			["tag:red", { color: "#e00" }],
		]);
	});
});

describeEachEngine("tasks", (create) => {
	test("a task is put whole, again and again", async () => {
		await using database = await create();
		await using store = await database.open();
		await store.tasks.put(TASK);
		const done: TaskRow = {
			...TASK,
			status: "success",
			endedAt: TASK.startedAt + 5,
			objectId: "vm",
			body: { result: "✓" },
		};
		await store.tasks.put(done);
		expect(await store.tasks.get("t1")).toEqual(done);
		expect(await store.tasks.get("t2")).toBeUndefined();
		expect(await store.tasks.delete("t1")).toBe(true);
		expect(await store.tasks.delete("t1")).toBe(false);
	});

	test("the newest come first; pruning keeps them and what runs", async () => {
		await using database = await create();
		await using store = await database.open();
		const { tasks } = store;
		await Promise.all(
			[1, 2, 3, 4, 5].map((n) =>
				tasks.put({
					...TASK,
					id: `t${n}`,
					startedAt: n,
					status: n === 1 ? "pending" : "failure",
				}),
			),
		);
		const ids = async (limit: number) =>
			(await tasks.list({ limit })).map(({ id }) => id);
		expect(await ids(2)).toEqual(["t5", "t4"]);
		expect(await tasks.prune(2)).toBe(2);
		expect(await ids(10)).toEqual(["t5", "t4", "t1"]);
		expect(await tasks.interruptPending(9)).toBe(1);
		expect(await tasks.get("t1")).toMatchObject({
			status: "interrupted",
			endedAt: 9,
		});
		await tasks.deleteAll();
		expect(await ids(10)).toEqual([]);
	});
});

describeEachEngine("logs", (create) => {
	const entry = { level: "notice", message: "hello", at: 7, data: { a: 1 } };

	test("ids ascend, also when the clock does not", async () => {
		await using database = await create();
		const clock = new ManualClock(1_790_000_000_000);
		const first = await database.open({ clock });
		const append = (store: typeof first, namespace: string) =>
			store.logs.append({ ...entry, namespace });
		const ids = [
			await append(first, "jobs"),
			await append(first, "api"),
			await append(first, "jobs"),
		];
		await first[Symbol.asyncDispose]();
		await using second = await database.open({ clock: new ManualClock(5) });
		ids.push(await append(second, "jobs"));
		expect(ids).toEqual(ids.toSorted());
		expect(new Set(ids).size).toBe(4);
		expect(ids[0]).toBe("1790000000000:0000");

		const { logs } = second;
		expect(await logs.list({ namespace: "api", limit: 9 })).toEqual([
			{ ...entry, namespace: "api", id: ids[1] },
		]);
		const newest = await logs.list({ limit: 2 });
		expect(newest.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
		await logs.delete({ namespace: "api", ids: [ids[3]!] });
		expect(await logs.list({ limit: 1 })).toMatchObject([{ id: ids[3] }]);
		await logs.delete({ namespace: "jobs", ids: [ids[3]!, "none"] });
		expect(await logs.prune(1)).toBe(2);
		expect(await logs.list({ limit: 9 })).toMatchObject([{ id: ids[2] }]);
	});
});
