import { startTestPool, startTestServer } from "@xo/testing";
import { expect, test } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";

test("a link gives what its user may see when it is fetched", async () => {
	await using pool = await startTestPool();
	await using server = await startTestServer();
	await server.connect(pool);
	await using admin = await signInRpc(server);
	const account = await addUser(server, "demoted@example.org", "admin");
	await using user = await signInRpc(server, account);
	const offer = async () => {
		const { $getFrom } = await user.call("xo.getAllObjects", { ndjson: true });
		return `${server.url}${$getFrom}`;
	};
	const fetchText = async (url: string, headers = {}) => {
		const response = await fetch(url, { headers });
		return [response.status, await response.text()] as const;
	};
	const [status, lines] = await fetchText(await offer());
	expect([status, lines.length > 0]).toEqual([200, true]);

	const link = await offer();
	const other = await server.context.tokens.create({ userId: server.adminId });
	const cookie = `token=${other.secret}`;
	expect((await fetchText(link, { cookie }))[0]).toBe(404);
	await admin.call("user.set", { id: account.id, permission: "none" });
	expect(await fetchText(link)).toEqual([200, ""]);

	const last = await offer();
	await admin.call("user.delete", { id: account.id });
	expect((await fetchText(last))[0]).toBe(404);
});
