import { request } from "node:http";
import { ManualClock } from "@xo/std";
import { basicOf, forAllTests } from "@xo/testing";
import { expect, test } from "vitest";
import { startDaemon } from "./_daemon.ts";
import { EventSource } from "./_event-source.ts";
import { addUser } from "./_rpc-client.ts";

const clock = new ManualClock(Date.now());
let count = 0;

const server = await forAllTests(startDaemon({ clock }));

interface Stream extends Disposable {
	readonly isClosed: boolean;
}

/** `/tasks?watch=true` of the same credential. */
async function openWatch(headers: Record<string, string>): Promise<Stream> {
	const outgoing = request(
		`${server.url}/rest/v0/tasks?ndjson=true&watch=true`,
		{ headers },
	);
	const stream = {
		isClosed: false,
		[Symbol.dispose]: () => outgoing.destroy(),
	};
	await new Promise<void>((resolve, reject) => {
		outgoing.on("error", reject).on("response", (response) => {
			response.resume().on("close", () => {
				stream.isClosed = true;
			});
			resolve();
		});
		outgoing.end();
	});
	return stream;
}

async function openBoth(headers: Record<string, string>) {
	const stack = new DisposableStack();
	const events = stack.use(await EventSource.open(server.url, headers));
	const watch = stack.use(await openWatch(headers));
	return {
		areClosed: () => [events.isClosed, watch.isClosed],
		[Symbol.dispose]: () => stack.dispose(),
	};
}

async function newUser() {
	const user = await addUser(server, `reader${++count}@example.org`);
	const { tokens } = server.context;
	const { secret, row } = await tokens.create({
		userId: user.id,
		expiresIn: "1 hour",
	});
	return { ...user, tokenId: row.id, cookie: `token=${secret}` };
}

const both = [true, true];
const none = [false, false];
type User = Awaited<ReturnType<typeof newUser>>;

test.each<[string, (user: User) => unknown]>([
	[
		"the token is deleted",
		(user) => server.context.store.tokens.delete([user.tokenId]),
	],
	["the token expires", () => clock.advance(3_600_000)],
	["the user is deleted", (user) => server.context.store.users.delete(user.id)],
])("streams of a token end within half a minute after %s", async (_, end) => {
	const user = await newUser();
	using streams = await openBoth({ cookie: user.cookie });
	clock.advance(30_000);
	expect(streams.areClosed()).toEqual(none);
	await end(user);
	clock.advance(30_000);
	await expect.poll(streams.areClosed).toEqual(both);
});

test("nothing is told once the token is gone, not even what was under way", async () => {
	const user = await newUser();
	using streams = await openBoth({ cookie: user.cookie });
	await server.context.store.tokens.delete([user.tokenId]);
	await server.context.tasks.run(
		{ name: "x", type: "y", userId: user.id },
		async () => 1,
	);
	await expect.poll(streams.areClosed).toEqual(both);
});

test("streams of a password end when it changes", async () => {
	const user = await newUser();
	const authorization = basicOf(user);
	using streams = await openBoth({ authorization });
	const { users } = server.context;
	const admin = { user: undefined, isAdmin: true, address: "" };
	await users.set(user.id, { preferences: { a: 1 } }, admin);
	clock.advance(30_000);
	expect(streams.areClosed()).toEqual(none);
	await users.set(user.id, { password: "another password" }, admin);
	clock.advance(30_000);
	await expect.poll(streams.areClosed).toEqual(both);
});
