import { once } from "node:events";
import { basicOf, startTestPool } from "@xo/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Daemon, Sandbox } from "./_run-daemon.ts";

const ADMIN = { email: "ada@example.org", password: "correct horse" };
const LIMIT_MS = 5_000;

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = new Sandbox();
	await sandbox.run(["setup", "--email", ADMIN.email], {
		input: ADMIN.password,
	});
});
afterEach(() => sandbox[Symbol.dispose]());

async function stop(daemon: Daemon, signal: NodeJS.Signals) {
	const start = performance.now();
	daemon.child.kill(signal);
	const { code } = await daemon.ended;
	return { code, isInTime: performance.now() - start < LIMIT_MS };
}

class Api {
	readonly #url: string;

	constructor(url: string) {
		this.#url = url;
	}

	fetch(path: string, body?: object): Promise<Response> {
		return fetch(`${this.#url}/rest/v0${path}`, {
			...(body === undefined
				? {}
				: { method: "POST", body: JSON.stringify(body) }),
			headers: {
				authorization: basicOf(ADMIN),
				...(body === undefined ? {} : { "content-type": "application/json" }),
			},
		});
	}

	/** The first item of a collection, once there is one. */
	async first(path: string): Promise<{ id: string }> {
		for (;;) {
			const response = await this.fetch(`${path}&fields=id&limit=1`);
			const [item] = (await response.json()) as { id: string }[];
			if (item !== undefined) return item;
		}
	}
}

test.each(["SIGTERM", "SIGINT"] as const)(
	"%s ends it with sockets, event streams and tasks under way",
	async (signal) => {
		// The guest takes minutes to shut down.
		await using pool = await startTestPool({ timeScale: 100 });
		await using daemon = sandbox.start([]);
		const url = await daemon.listening();
		const api = new Api(url);
		const socket = new WebSocket(`${url.replace("http", "ws")}/api/`);
		await once(socket, "open");
		const events = await api.fetch("/events");
		await events.body?.getReader().read();
		const { host } = new URL(pool.url);
		const made = await api.fetch("/servers", {
			host: pool.url.startsWith("https:") ? host : pool.url,
			username: pool.username,
			password: pool.password,
			allowUnauthorized: true,
		});
		const { id } = (await made.json()) as { id: string };
		await api.fetch(`/servers/${id}/actions/connect`, {});
		const vm = await api.first("/vms?filter=power_state:Running");
		const started = await api.fetch(`/vms/${vm.id}/actions/clean_shutdown`, {});
		expect(started.status).toBe(202);
		const { taskId } = (await started.json()) as { taskId: string };
		const task = await api.fetch(`/tasks/${taskId}`);
		expect(await task.json()).toMatchObject({ status: "pending" });
		const waiting = api.fetch(`/tasks/${taskId}?wait=true`).catch(() => "cut");

		expect(await stop(daemon, signal)).toEqual({ code: 0, isInTime: true });
		await waiting;
		if (socket.readyState !== WebSocket.CLOSED) await once(socket, "close");
	},
);
