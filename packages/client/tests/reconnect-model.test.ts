import fc from "fast-check";
import { expect, it } from "vitest";
import { turn } from "./_fake-socket.ts";
import { createHarness, user } from "./_harness.ts";

const step = fc.oneof(
	fc.record({ do: fc.constant("advance" as const), ms: fc.nat(40_000) }),
	fc.record({
		do: fc.constantFrom(
			"accept" as const,
			"answer" as const,
			"fail" as const,
			"hang up" as const,
			"call" as const,
		),
	}),
);

// Whatever the network does after the first connection: one socket at a time,
// every call settles exactly once, and a server that is well again is found.
it("always comes back, with one socket, losing no call", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const xo = createHarness();
			await xo.open();
			const outcomes: number[] = [];
			let calls = 0;
			for (const each of steps) {
				const { socket } = xo;
				if (each.do === "advance") xo.clock.advance(each.ms);
				else if (each.do === "accept") socket.emit("open");
				else if (each.do === "fail") socket.emit("error");
				else if (each.do === "hang up") socket.emit("close");
				else if (each.do === "answer") socket.answerAll(user);
				else {
					const n = calls++;
					const settle = () => outcomes.push(n);
					xo.client.call("a.b", {}).then(settle, settle);
				}
				await turn();
				const live = xo.sockets.filter(({ isClosed }) => !isClosed);
				expect(live.length).toBeLessThanOrEqual(1);
			}
			await xo.recover();
			expect(xo.client.state.status).toBe("open");
			expect(outcomes.toSorted((a, b) => a - b)).toEqual(
				Array.from({ length: calls }, (_, n) => n),
			);
			await xo.client.close();
		}),
		{ numRuns: 150 },
	);
});
