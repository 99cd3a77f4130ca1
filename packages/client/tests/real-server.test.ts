import { EventEmitter, once } from "node:events";
import { openQuery, type QueryEvent, XoClient } from "@xo/client";
import { applyPatch, type LiveQueryResult } from "@xo/contract";
import { startTestPool, startTestServer, TEST_ADMIN } from "@xo/testing";
import { expect, it } from "vitest";

it("a live query stays true through changes and a lost connection", async () => {
	await using pool = await startTestPool();
	await using server = await startTestServer();
	await server.connect(pool);
	await using client = new XoClient({
		url: server.url,
		credentials: TEST_ADMIN,
	});
	await client.open();
	const changes = new EventEmitter();
	let result: LiveQueryResult | undefined;
	const failures: QueryEvent[] = [];
	const query = openQuery(
		client,
		{
			types: ["VM"],
			fields: ["name_label", "power_state"],
			sort: [{ key: "name_label" }],
		},
		(event) => {
			if (event.type === "result") result = event.result;
			else if (event.type === "patch" && result !== undefined) {
				result = applyPatch(result, event.patch);
			} else failures.push(event);
			changes.emit(event.type);
		},
	);
	await once(changes, "result");
	expect(result?.total).toBe(4);
	const stateOf = (id: string) =>
		result?.rows.find((row) => row.id === id)?.power_state;
	const halted = result?.rows.find((row) => row.power_state === "Halted");
	if (halted === undefined) throw new Error("no halted VM");

	await client.call("vm.start", { id: halted.id });
	while (stateOf(halted.id) !== "Running") await once(changes, "patch");

	const isBack = once(changes, "result");
	server.context.connections.terminateAll();
	await isBack;
	expect(stateOf(halted.id)).toBe("Running");

	query.update({ filter: "power_state:Halted" });
	while (result?.rows.some((row) => row.power_state !== "Halted")) {
		await once(changes, "patch");
	}
	query.update({ filter: "((" });
	await once(changes, "error");
	expect(failures).toMatchObject([
		{ type: "error", error: { method: "query.update" } },
	]);
	query.close();
});
