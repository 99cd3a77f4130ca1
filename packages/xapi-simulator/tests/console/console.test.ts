import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type RunningPool,
	seedSource,
	startSimulatedPool,
} from "../../src/index.ts";
import { signIn, type TestClient } from "../core/_pool.ts";
import { dialHost, type TestViewer } from "./_viewer.ts";

const DESKTOP_SIZE = -223;
const EXTENDED_KEYS = -258;

let pool: RunningPool;
let client: TestClient;

beforeAll(async () => {
	pool = await startSimulatedPool({
		http: true,
		randomSeed: 1,
		eventDelayMs: 0,
		subjects: [{ name: "op", password: "op", roles: ["vm-operator"] }],
		source: seedSource({ hosts: 2, vms: 30, seed: 1, name: "consoles" }),
	});
	client = await signIn(pool);
});

afterAll(() => pool[Symbol.asyncDispose]());

interface Vm {
	readonly ref: string;
	readonly uuid: string;
	readonly name_label: string;
	readonly resident_on: string;
	readonly power_state: string;
	readonly is_control_domain: boolean;
	readonly is_a_template: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly consoles: readonly string[];
}

function vms(): Vm[] {
	return pool.db
		.refs("VM")
		.map((ref) => ({ ...(pool.db.get("VM", ref) as unknown as Vm), ref }));
}

/** A running Linux VM. */
function guest(index = 0): Vm {
	const running = vms().filter(
		(vm) =>
			vm.power_state === "Running" &&
			!vm.is_control_domain &&
			!/windows/i.test(vm.other_config.base_template_name ?? ""),
	);
	return running[index]!;
}

/** One that may move between hosts. */
async function agileGuest(): Promise<Vm> {
	for (let index = 0; ; index++) {
		const vm = guest(index);
		const { error } = await client.ask("VM.assert_agile", vm.ref);
		if (error === undefined) return vm;
	}
}

async function open(vm: Vm, options: { query?: string; host?: string } = {}) {
	const viewer = await dialHost(pool, options.host ?? vm.resident_on);
	const query = options.query ?? `uuid=${vm.uuid}`;
	const status = await viewer.connect(`/console?${query}`, [
		`Cookie: session_id=${client.session}`,
	]);
	return { viewer, status };
}

async function look(
	vm: Vm,
	encodings = [0, DESKTOP_SIZE],
): Promise<TestViewer> {
	const { viewer, status } = await open(vm);
	expect(status).toBe(200);
	await viewer.handshake(8, encodings);
	return viewer;
}

describe("who is let in", () => {
	it("names a console or a VM, by ref or uuid, session in cookie or query", async () => {
		const vm = guest();
		const [console = ""] = vm.consoles;
		const { uuid } = pool.db.get("console", console);
		for (const query of [`ref=${console}`, `uuid=${uuid}`, `ref=${vm.ref}`]) {
			await using viewer = (await open(vm, { query })).viewer;
			await viewer.handshake(3);
			expect(viewer.name).toBe(vm.name_label);
		}
		await using other = await dialHost(pool, vm.resident_on);
		const target = `/console?uuid=${vm.uuid}&session_id=${client.session}`;
		expect(await other.connect(target, [])).toBe(200);
	});

	it("is refused without session, on another host, or for what is not up", async () => {
		const vm = guest();
		await using stranger = await dialHost(pool, vm.resident_on);
		expect(await stranger.connect(`/console?uuid=${vm.uuid}`, [])).toBe(401);
		const elsewhere = pool.db
			.refs("host")
			.find((ref) => ref !== vm.resident_on)!;
		expect((await open(vm, { host: elsewhere })).status).toBe(500);
		const halted = vms().find(
			(other) => other.power_state === "Halted" && !other.is_a_template,
		)!;
		const { status } = await open(halted, { host: vm.resident_on });
		expect(status).toBe(500);
		expect((await open(vm, { query: "uuid=none" })).status).toBe(500);
	});

	it("needs pool-admin for a control domain", async () => {
		const host = vms().find((vm) => vm.is_control_domain)!;
		const operator = await signIn(pool, ["op", "op"]);
		const cookie = [`Cookie: session_id=${operator.session}`];
		const statuses: number[] = [];
		for (const vm of [host, guest()]) {
			await using viewer = await dialHost(pool, vm.resident_on);
			statuses.push(await viewer.connect(`/console?uuid=${vm.uuid}`, cookie));
		}
		expect(statuses).toEqual([403, 200]);
		expect((await open(host)).status).toBe(200);
	});

	it("may be only one", async () => {
		pool.db.update("pool", pool.pool.poolRef(), {
			limit_console_sessions: true,
		});
		const vm = guest(1);
		const first = await open(vm);
		expect([first.status, (await open(vm)).status]).toEqual([200, 503]);
		pool.db.update("pool", pool.pool.poolRef(), {
			limit_console_sessions: false,
		});
		await first.viewer[Symbol.asyncDispose]();
	});
});

describe("the screen", () => {
	it.each([3, 7, 8] as const)("speaks RFB 3.%i", async (minor) => {
		const vm = guest();
		await using viewer = (await open(vm)).viewer;
		await viewer.handshake(minor);
		await viewer.until((text) => text.includes(`${vm.name_label} login:`));
	});

	it("echoes keys, hides the password, runs commands, for all who look", async () => {
		const vm = guest(2);
		await using viewer = await look(vm);
		await using other = await look(vm);
		await viewer.until((text) => text.includes("login:"));
		viewer.type("root\nsecret\n");
		await viewer.until((text) => text.includes(":~#"));
		viewer.type("echo It works: 1+2=3\n");
		const isDone = (text: string) => text.includes("\nIt works: 1+2=3");
		const text = await viewer.until(isDone);
		expect(text).toContain("login: root");
		expect(text).not.toContain("secret");
		await other.until(isDone);
	});

	it("takes scan codes as an US keyboard, once it said so", async () => {
		const vm = guest(3);
		await using viewer = await look(vm, [0, DESKTOP_SIZE, EXTENDED_KEYS]);
		await viewer.until((text) => text.includes("login:"));
		viewer.scancode(0x2a, true);
		viewer.scancode(0x10, true);
		viewer.scancode(0x2a, false);
		viewer.scancode(0x02, true);
		await viewer.until((text) => text.includes("login: Q1"));
	});

	it("copies what the mouse marks and inserts what the viewer cut", async () => {
		const vm = guest(4);
		await using viewer = await look(vm);
		const text = await viewer.until((seen) => seen.includes("login:"));
		const row = text.split("\n").findIndex((line) => line.includes("login:"));
		viewer.point(0, row, 1);
		viewer.point(vm.name_label.length - 1, row, 1);
		viewer.point(vm.name_label.length - 1, row, 0);
		while (viewer.cuts.length === 0) await viewer.step();
		expect(viewer.cuts).toEqual([vm.name_label]);
		viewer.cut("from outside");
		viewer.point(40, 20, 2);
		viewer.point(40, 20, 0);
		await viewer.until((seen) => seen.includes("login: from outside"));
	});

	it("begins anew at Ctrl-Alt-Del, in the size of each stage", async () => {
		const vm = guest(5);
		await using viewer = await look(vm);
		await viewer.until((text) => text.includes("login:"));
		const { width } = viewer;
		for (const keysym of [0xffe3, 0xffe9, 0xffff]) viewer.hold(keysym, true);
		await viewer.until((text) => text.includes("Booting from Hard Disk"));
		expect(viewer.width).toBeLessThan(width);
		await viewer.until((text) => text.includes("[  OK  ] Started"));
		expect(viewer.width).toBe(width);
	});

	it("is that of the host for a control domain", async () => {
		const host = vms().find((vm) => vm.is_control_domain)!;
		await using viewer = await look(host);
		const { hostname } = pool.db.get("host", host.resident_on);
		await viewer.until((text) => text.includes(`Host       ${hostname}`));
	});
});

describe("the end", () => {
	it("comes with the VM's, and a start shows it booting", async () => {
		const vm = guest(6);
		await using viewer = await look(vm);
		await client.call("VM.hard_shutdown", vm.ref);
		await viewer.whenClosed();
		await client.call("VM.start", vm.ref, false, false);
		const again = { ...guest(6), ...(pool.db.get("VM", vm.ref) as object) };
		await using next = await look({ ...again, ref: vm.ref } as Vm);
		await next.until((text) => text.includes("Booting from Hard Disk"));
	});

	it("comes with a migration; the screen goes along", async () => {
		const vm = await agileGuest();
		await using viewer = await look(vm);
		await viewer.until((text) => text.includes("login:"));
		viewer.type("half a na");
		await viewer.until((text) => text.includes("half a na"));
		const target = pool.db.refs("host").find((ref) => ref !== vm.resident_on)!;
		await client.call("VM.pool_migrate", vm.ref, target, { live: "true" });
		await viewer.whenClosed();
		await using next = await look({ ...vm, resident_on: target });
		await next.until((text) => text.includes("half a na"));
	});

	it("comes with bytes that are no message", async () => {
		await using viewer = await look(guest());
		viewer.socket.write(Buffer.from([99]));
		await viewer.whenClosed();
	});
});
