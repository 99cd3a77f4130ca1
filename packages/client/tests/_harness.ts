import { XoClient, type XoClientOptions } from "@xo/client";
import { ManualClock } from "@xo/std";
import { FakeSocket, turn } from "./_fake-socket.ts";

export const user = {
	id: "u1",
	email: "admin@example.org",
	permission: "admin" as const,
	groups: [],
	preferences: {},
};

/** A client on sockets that the test answers, in a time that it owns. */
export function createHarness(options: Partial<XoClientOptions> = {}) {
	const clock = new ManualClock(1_000_000);
	const sockets: FakeSocket[] = [];
	const states: string[] = [];
	const client = new XoClient({
		url: "https://xo.example.org",
		credentials: { token: "t" },
		clock,
		random: () => 0.5,
		createSocket: (url) => {
			const socket = new FakeSocket(url);
			sockets.push(socket);
			return socket;
		},
		...options,
	});
	client.on("state", ({ status }) => states.push(status));
	return {
		client,
		clock,
		sockets,
		states,
		get socket(): FakeSocket {
			const socket = sockets.at(-1);
			if (socket === undefined) throw new Error("no socket was opened");
			return socket;
		},
		/** Accepts the newest socket and its sign-in. */
		async accept(): Promise<void> {
			this.socket.emit("open");
			await turn();
			this.socket.answer(user, "session.signIn");
			await turn();
		},
		async open(): Promise<void> {
			const opened = client.open();
			await turn();
			await this.accept();
			await opened;
		},
		/** A server that is well from now on, for longer than any pause. */
		async recover(): Promise<void> {
			for (let n = 0; n < 12; n++) {
				this.socket.emit("open");
				await turn();
				this.socket.answerAll(user);
				await turn();
				await this.advance(10_000);
			}
			this.socket.answerAll(user);
			await turn();
		},
		async advance(ms: number): Promise<void> {
			clock.advance(ms);
			await turn();
		},
	};
}
