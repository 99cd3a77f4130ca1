import {
	type RunningPool,
	startTestPool,
	startTestServer,
	type TestServer,
} from "@xo/testing";
import { type RpcClient, signInRpc } from "./_rpc-client.ts";

/** A pool, a daemon and an administrator, for tests on VMs. */
export class VmBench implements AsyncDisposable {
	readonly pool: RunningPool;
	readonly server: TestServer;
	readonly client: RpcClient;

	constructor(parts: {
		pool: RunningPool;
		server: TestServer;
		client: RpcClient;
	}) {
		this.pool = parts.pool;
		this.server = parts.server;
		this.client = parts.client;
	}

	static async start(): Promise<VmBench> {
		const pool = await startTestPool({ hosts: 2, vms: 8 });
		const server = await startTestServer();
		await server.connect(pool);
		return new VmBench({ pool, server, client: await signInRpc(server) });
	}

	/** Ids of the VMs in a power state. */
	ids(state: string): string[] {
		return [...this.server.context.objects.ofType("VM")]
			.filter(({ power_state }) => power_state === state)
			.map(({ id }) => id);
	}

	refOf(id: string): string {
		const ref = this.pool.db.findByUuid("VM", id);
		if (ref === undefined) throw new Error(`the pool has no VM ${id}`);
		return ref;
	}

	/** The record in the pool. */
	record(id: string) {
		// biome-ignore lint/suspicious/noExplicitAny: tests look into it
		return this.pool.db.get("VM", this.refOf(id)) as any;
	}

	/** Writes into the pool, and waits until the daemon shows it. */
	async update(id: string, fields: Record<string, never | unknown>) {
		const { db } = this.pool;
		db.update("VM", this.refOf(id), fields as never);
		await this.settle();
	}

	/** Waits until the daemon has seen all that the pool has now. */
	async settle(): Promise<void> {
		const ref = this.pool.db.refs("pool")[0] ?? "";
		const mark = `mark ${this.#marks++}`;
		this.pool.db.update("pool", ref, { name_description: mark });
		await this.client.until(() =>
			[...this.server.context.objects.ofType("pool")].some(
				({ name_description }) => name_description === mark,
			),
		);
	}

	#marks = 0;

	/** Brings a VM where a test wants it, and waits until that shows. */
	async bring(id: string, state: string): Promise<void> {
		if (this.record(id).power_state !== state) {
			if (state === "Halted") {
				await this.client.call("vm.stop", { id, force: true });
			} else {
				await this.bring(id, state === "Running" ? "Halted" : "Running");
				const verb = {
					Running: "start",
					Paused: "pause",
					Suspended: "suspend",
				};
				await this.client.call(`vm.${verb[state as keyof typeof verb]}`, {
					id,
				});
			}
		}
		await this.settle();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.client[Symbol.asyncDispose]();
		await this.server[Symbol.asyncDispose]();
		await this.pool[Symbol.asyncDispose]();
	}
}
