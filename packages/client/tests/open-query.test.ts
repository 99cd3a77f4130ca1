import { openQuery, type QueryEvent } from "@xo/client";
import { describe, expect, it } from "vitest";
import { turn } from "./_fake-socket.ts";
import { createHarness } from "./_harness.ts";

const result = {
	revision: 1,
	total: 0,
	length: 0,
	offset: 0,
	rows: [],
	groupTotal: 0,
	groups: [],
	aggregates: [],
};

function patch(id: string, revision: number) {
	return {
		jsonrpc: "2.0",
		method: "query.patch",
		params: { id, patch: { revision } },
	};
}

async function openOne() {
	const xo = createHarness();
	await xo.open();
	const events: QueryEvent[] = [];
	const query = openQuery(xo.client, { types: ["VM"] }, (event) =>
		events.push(event),
	);
	await turn();
	return { xo, events, query };
}

describe("openQuery", () => {
	it("gives result, patches and answers of updates in the order of arrival", async () => {
		const { xo, events, query } = await openOne();
		expect(xo.socket.request().params).toEqual({ types: ["VM"] });
		// All in one turn, as frames of one packet are.
		xo.socket.answer({ id: "q1", result });
		xo.socket.push(patch("q1", 2));
		xo.socket.push(patch("q2", 99));
		query.update({ filter: "web" });
		await turn();
		expect(xo.socket.request().params).toEqual({ id: "q1", filter: "web" });
		xo.socket.answer({ revision: 3 });
		xo.socket.push(patch("q1", 4));
		expect(events).toEqual([
			{ type: "result", result, isPending: false },
			{ type: "patch", patch: { revision: 2 }, isPending: false },
			{ type: "patch", patch: { revision: 3 }, isPending: false },
			{ type: "patch", patch: { revision: 4 }, isPending: false },
		]);
	});

	it("tells what is still of the query before the latest change", async () => {
		const { xo, events, query } = await openOne();
		query.update({ filter: "a" });
		xo.socket.answer({ id: "q1", result });
		await turn();
		query.update({ filter: "b" });
		xo.socket.push(patch("q1", 2));
		await turn();
		const [first, second] = xo.socket.lastTwo("query.update");
		xo.socket.answerTo(first, { revision: 3 });
		xo.socket.answerTo(second, { revision: 4 });
		xo.socket.push(patch("q1", 5));
		expect(
			events.map((event) => "isPending" in event && event.isPending),
		).toEqual([true, true, true, false, false]);
	});

	it("asks for all of it after a refusal", async () => {
		const { xo, events, query } = await openOne();
		xo.socket.answer({ id: "q1", result });
		query.update({ filter: "((" });
		await turn();
		xo.socket.refuse(10, "invalid filter");
		await turn();
		xo.socket.push(patch("q1", 2));
		expect(events.slice(1)).toMatchObject([
			{ type: "error", error: { code: 10 } },
			{ type: "patch", isPending: true },
		]);
		query.update({ sort: [{ key: "id" }] });
		await turn();
		expect(xo.socket.request("query.update").params).toEqual({
			id: "q1",
			types: ["VM"],
			filter: "((",
			sort: [{ key: "id" }],
		});
	});

	it("forgets the refusal of what has changed since", async () => {
		const { xo, events, query } = await openOne();
		xo.socket.answer({ id: "q1", result });
		query.update({ filter: "((" });
		query.update({ filter: "a" });
		await turn();
		const [wrong, right] = xo.socket.lastTwo("query.update");
		xo.socket.refuseTo(wrong, { code: 10, message: "invalid filter" });
		await turn();
		xo.socket.answerTo(right, { revision: 2 });
		await turn();
		xo.socket.answer({ revision: 3 }, "query.update");
		expect(events.slice(1)).toEqual([
			{ type: "patch", patch: { revision: 2 }, isPending: true },
			{ type: "patch", patch: { revision: 3 }, isPending: false },
		]);
	});

	it("is opened by the change that puts a refused query right", async () => {
		const { xo, events, query } = await openOne();
		xo.socket.refuse(10, "invalid filter");
		await turn();
		query.update({ filter: "a" });
		await turn();
		expect(xo.socket.request("query.open").params).toEqual({
			types: ["VM"],
			filter: "a",
		});
		xo.socket.answer({ id: "q2", result }, "query.open");
		expect(events.map(({ type }) => type)).toEqual(["error", "result"]);
	});

	it("sends changes made too early once it is open", async () => {
		const { xo, query } = await openOne();
		query.update({ filter: "a" });
		query.update({ sort: [{ key: "id" }], filter: "b" });
		xo.socket.answer({ id: "q1", result }, "query.open");
		await turn();
		expect(xo.socket.request()).toMatchObject({
			method: "query.update",
			params: { id: "q1", filter: "b", sort: [{ key: "id" }] },
		});
	});

	it("is opened again as it was last, on a new connection", async () => {
		const { xo, events, query } = await openOne();
		xo.socket.answer({ id: "q1", result });
		query.update({ filter: "b" });
		xo.socket.emit("close");
		await xo.advance(750);
		await xo.accept();
		expect(xo.socket.request("query.open").params).toEqual({
			types: ["VM"],
			filter: "b",
		});
		xo.socket.answer({ id: "q7", result }, "query.open");
		xo.socket.push(patch("q1", 5));
		expect(events.map(({ type }) => type)).toEqual(["result", "result"]);
	});

	it("reports a refusal", async () => {
		const { xo, events } = await openOne();
		xo.socket.refuse(31, "invalid filter");
		await turn();
		expect(events).toEqual([
			{ type: "error", error: expect.objectContaining({ code: 31 }) },
		]);
	});

	it("is closed on the server, also when that answers late", async () => {
		const { xo, events, query } = await openOne();
		query.close();
		xo.socket.answer({ id: "q1", result });
		await turn();
		expect(xo.socket.request()).toMatchObject({
			method: "query.close",
			params: { id: "q1" },
		});
		xo.socket.push(patch("q1", 2));
		expect(events).toEqual([]);
	});
});
