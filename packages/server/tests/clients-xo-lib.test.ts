import { createRequire } from "node:module";
import {
	forAllTests,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
} from "@xo/testing";
import { describe, expect, it } from "vitest";

interface Notification {
	readonly method: string;
	readonly params: {
		readonly type: string;
		readonly items: Readonly<Record<string, { name_label?: string }>>;
	};
}

interface XoClient {
	readonly user: { readonly email: string } | null;
	open(): Promise<void>;
	close(): Promise<void>;
	signIn(credentials: object): Promise<void>;
	refreshUser(): Promise<unknown>;
	// biome-ignore lint/suspicious/noExplicitAny: it has no types
	call(method: string, params?: object): Promise<any>;
	on(
		event: "notification",
		listener: (notification: Notification) => void,
	): void;
	removeListener(event: string, listener: unknown): void;
}

const require = createRequire(import.meta.url);
const { default: Xo } = require("xo-lib-original") as {
	default: new (options: { url: string }) => XoClient;
};

const pool = await forAllTests(startTestPool());
const server = await forAllTests(startTestServer());
await server.connect(pool);

async function open(credentials: object) {
	const xo = new Xo({ url: server.url });
	await xo.open();
	await xo.signIn(credentials);
	return Object.assign(xo, {
		[Symbol.asyncDispose]: async () => {
			await xo.close();
		},
	});
}

/** The first notification that fits. */
function next(xo: XoClient, fits: (notification: Notification) => boolean) {
	const { promise, resolve } = Promise.withResolvers<Notification>();
	const listener = (notification: Notification) => {
		if (!fits(notification)) return;
		xo.removeListener("notification", listener);
		resolve(notification);
	};
	xo.on("notification", listener);
	return promise;
}

function firstVm() {
	const { db } = pool;
	const ref = db.refs("VM").find((vm) => {
		const { is_a_template, is_a_snapshot, is_control_domain } = db.get(
			"VM",
			vm,
		);
		return !is_a_template && !is_a_snapshot && !is_control_domain;
	});
	return { ref: ref ?? "", uuid: String(db.get("VM", ref ?? "").uuid) };
}

describe("xo-lib 0.9.0", () => {
	it("is that one", () => {
		const { name, version } = require("xo-lib-original/package.json");
		expect({ name, version }).toEqual({ name: "xo-lib", version: "0.9.0" });
	});

	it("signs in by password, then by the token that it made", async () => {
		await using xo = await open(TEST_ADMIN);
		expect(xo.user).toMatchObject({ email: TEST_ADMIN.email });
		const token = await xo.call("token.create");
		await using other = await open({ token });
		expect(other.user).toEqual(await other.refreshUser());
		await expect(open({ token: "nope" })).rejects.toMatchObject({ code: 3 });
	});

	it("calls, and gets errors with their code and data", async () => {
		await using xo = await open(TEST_ADMIN);
		const vms = await xo.call("xo.getAllObjects", { filter: { type: "VM" } });
		expect(Object.keys(vms)).toContain(firstVm().uuid);
		await expect(xo.call("vm.start", { id: "nope" })).rejects.toMatchObject({
			code: 1,
			message: "no such VM nope",
			data: { id: "nope", type: "VM" },
		});
	});

	it("is told of changed and removed objects", async () => {
		await using xo = await open(TEST_ADMIN);
		const { ref, uuid } = firstVm();
		const entered = next(
			xo,
			({ method, params }) =>
				method === "all" &&
				params.type === "enter" &&
				params.items[uuid]?.name_label === "renamed",
		);
		pool.db.update("VM", ref, { name_label: "renamed" });
		const { items } = (await entered).params;
		expect(items[uuid]).toMatchObject({ id: uuid, type: "VM" });
		const left = next(
			xo,
			({ params }) => params.type === "exit" && uuid in params.items,
		);
		pool.db.destroy("VM", ref);
		expect((await left).params.items[uuid]).toBe(0);
	});

	it("signs in again by itself after the connection was lost", async () => {
		await using xo = await open(TEST_ADMIN);
		server.context.connections.closeAll();
		await expect.poll(() => xo.user).toBeNull();
		await xo.open();
		await expect.poll(() => xo.user?.email).toBe(TEST_ADMIN.email);
	});
});
