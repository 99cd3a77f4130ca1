import fc from "fast-check";
import { expect, it } from "vitest";
import { turn } from "./_fake-socket.ts";
import { createHarness } from "./_harness.ts";

const member = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant("2.0"));
const message = fc.record(
	{
		jsonrpc: member,
		id: member,
		method: fc.oneof(member, fc.constant("all")),
		params: member,
		error: member,
	},
	{ requiredKeys: [] },
);
const frame = fc.oneof(
	fc.string(),
	fc.json(),
	message.map((value) => JSON.stringify(value)),
	fc.uint8Array(),
);

it("no frame of a server breaks the client or answers another call", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(frame), async (frames) => {
			const xo = createHarness();
			await xo.open();
			const call = xo.client.call("a.b", {});
			await turn();
			for (const data of frames) xo.socket.emit("message", { data });
			await turn();
			xo.socket.answer("mine", "a.b");
			expect(await call).toBe("mine");
			await xo.client.close();
		}),
		{ numRuns: 200 },
	);
});

it("an error of any shape is an error", async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), async (error) => {
			const xo = createHarness();
			await xo.open();
			const call = xo.client.call("a.b", {});
			const outcome = expect(call).rejects.toMatchObject({
				name: "XoError",
				code: expect.any(Number),
				message: expect.any(String),
			});
			await turn();
			const { id } = xo.socket.request();
			xo.socket.push({ jsonrpc: "2.0", id, error });
			await outcome;
			await xo.client.close();
		}),
	);
});
