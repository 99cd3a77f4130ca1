import { followObjects, type ObjectsEvent } from "@xo/client";
import { expect, it } from "vitest";
import { turn } from "./_fake-socket.ts";
import { createHarness } from "./_harness.ts";

function all(type: string, items: object) {
	return { jsonrpc: "2.0", method: "all", params: { type, items } };
}

it("tells the list first, then the changes that came before it", async () => {
	const xo = createHarness();
	const events: ObjectsEvent[] = [];
	const stop = followObjects(xo.client, (event) => events.push(event));
	await xo.open();
	xo.socket.push(all("exit", { a: 0 }));
	xo.socket.answer({ a: { id: "a" } }, "xo.getAllObjects");
	await turn();
	xo.socket.push(all("enter", { b: { id: "b" } }));
	expect(events).toEqual([
		{ type: "reset", objects: { a: { id: "a" } } },
		{ type: "exit", ids: ["a"] },
		{ type: "enter", items: { b: { id: "b" } } },
	]);
	stop();
	xo.socket.push(all("exit", { b: 0 }));
	expect(events).toHaveLength(3);
});

it("loads again on a new connection", async () => {
	const xo = createHarness();
	await xo.open();
	const types: string[] = [];
	followObjects(xo.client, ({ type }) => types.push(type));
	await turn();
	xo.socket.emit("close");
	await xo.advance(750);
	await xo.accept();
	xo.socket.answer({}, "xo.getAllObjects");
	await turn();
	expect(types).toEqual(["reset"]);
});

it("reports a refusal and keeps quiet until the next connection", async () => {
	const xo = createHarness();
	const types: string[] = [];
	followObjects(xo.client, ({ type }) => types.push(type));
	await xo.open();
	xo.socket.refuse(2, "not enough permissions");
	await turn();
	xo.socket.push(all("enter", { b: {} }));
	expect(types).toEqual(["error"]);
});
