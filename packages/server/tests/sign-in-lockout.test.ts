import { once } from "node:events";
import { startTestServer, TEST_ADMIN } from "@xo/testing";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { addUser, RpcClient } from "./_rpc-client.ts";

/** A client at another address of this machine. */
async function connectFrom(
	localAddress: string,
	{ url }: { readonly url: string },
): Promise<RpcClient> {
	const target = `${url.replace("http", "ws")}/api/`;
	const socket = new WebSocket(target, { localAddress });
	const client = new RpcClient(socket);
	await once(socket, "open");
	return client;
}

test("guessing at an account does not keep its owner out", async () => {
	await using server = await startTestServer();
	await using attacker = await connectFrom("127.0.0.66", server);
	await using owner = await connectFrom("127.0.0.1", server);
	const guess = { ...TEST_ADMIN, password: "guess" };
	expect(await attacker.fail("session.signIn", guess)).toMatchObject({
		code: 3,
	});
	expect(await attacker.fail("session.signIn", guess)).toMatchObject({
		code: 29,
	});
	await owner.call("session.signIn", TEST_ADMIN);
});

test("many addresses together guess no faster, the owner's goes on", async () => {
	await using server = await startTestServer();
	const { email, password } = await addUser(server, "ada@example.org");
	await using owner = await connectFrom("127.0.0.1", server);
	await owner.call("session.signIn", { email, password });
	const codes: number[] = [];
	for (let host = 1; host <= 24; host++) {
		await using attacker = await connectFrom(`127.0.1.${host}`, server);
		const guess = { email, password: "guess" };
		const { code } = await attacker.fail("session.signIn", guess);
		codes.push(code);
	}
	expect(codes.slice(0, 20)).toEqual(Array(20).fill(3));
	expect(codes).toContain(29);
	await owner.call("session.signIn", { email, password });
	await using other = await connectFrom("127.0.2.1", server);
	await other.call("session.signIn", TEST_ADMIN);
});
