import { consoleCloseCodes } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { afterAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ConsoleClient, cookieOf, openConsole } from "./_console.ts";
import { addUser } from "./_rpc-client.ts";
import { VmBench } from "./_vm-bench.ts";

const clients: ConsoleClient[] = [];

const bench = await forAllTests(VmBench.start());
const cookie = await cookieOf(bench.server, bench.server.adminId);
afterAll(() => {
	for (const { socket } of clients) socket.terminate();
});

function open(id: string, headers: Record<string, string> = {}): ConsoleClient {
	const client = openConsole(bench.server, id, { cookie, ...headers });
	clients.push(client);
	return client;
}

function runningVm(): string {
	return bench.ids("Running")[0] ?? "";
}

async function addOperator(email: string, vm: string) {
	const user = await addUser(bench.server, email);
	const entry = { subject: user.id, object: vm, action: "operator" };
	await bench.client.call("acl.add", entry);
	return { ...user, entry, cookie: await cookieOf(bench.server, user.id) };
}

describe("a console", () => {
	it("relays the screen of a VM in binary frames", async () => {
		const vm = runningVm();
		const viewer = open(vm);
		const { name, width } = await viewer.handshake();
		expect(name).toBe(bench.record(vm).name_label);
		expect(viewer.socket.protocol).toBe("binary");
		viewer.askForAll();
		const head = await viewer.take(16);
		expect(head.readUInt16BE(8)).toBe(width);
	});

	it.each(["the control domain", "the host"])("is that of %s", async (what) => {
		const [host] = bench.server.context.objects.ofType("host");
		const id = what === "the host" ? host?.id : host?.controlDomain;
		const { name } = await open(id ?? "").handshake();
		expect(name).toContain("Control domain on host");
	});

	it("needs no subprotocol and no Origin, as existing programs do", async () => {
		const { url } = bench.server;
		const address = `${url.replace("http", "ws")}/api/consoles/${runningVm()}`;
		const viewer = new ConsoleClient(
			new WebSocket(address, { headers: { cookie } }),
		);
		clients.push(viewer);
		expect(String(await viewer.take(12))).toBe("RFB 003.008\n");
	});
});

describe("a console is refused", () => {
	it.each([
		["to a page of another site", { origin: "https://evil.example" }, 1006],
		["under a name that is not ours", { host: "evil.example" }, 1006],
		["without session", { cookie: "" }, consoleCloseCodes.notSignedIn],
		["with a bad token", { cookie: "token=x" }, consoleCloseCodes.notSignedIn],
	])("%s", async (_name, headers, code) => {
		const [actual] = await open(runningVm(), headers).closed;
		expect(actual).toBe(code);
	});

	it("for what is no VM", async () => {
		const { objects } = bench.server.context;
		for (const id of ["nothing", [...objects.ofType("pool")][0]?.id ?? ""]) {
			const [code] = await open(id).closed;
			expect(code).toBe(consoleCloseCodes.noSuchObject);
		}
	});

	it("without the right to operate", async () => {
		const vm = runningVm();
		const user = await addUser(bench.server, "viewer@example.org");
		const entry = { subject: user.id, object: vm, action: "viewer" };
		await bench.client.call("acl.add", entry);
		const own = await cookieOf(bench.server, user.id);
		expect(await open(vm, { cookie: own }).closed).toEqual([
			consoleCloseCodes.notAllowed,
			"the right to operate this VM is missing",
		]);
	});

	it("while the VM is halted", async () => {
		const [halted = ""] = bench.ids("Halted");
		expect(await open(halted).closed).toEqual([
			consoleCloseCodes.notRunning,
			"the VM is halted",
		]);
	});
});

describe("a console ends", () => {
	it("with the VM, and comes back with it", async () => {
		const vm = runningVm();
		const viewer = open(vm);
		await viewer.handshake();
		await bench.client.call("vm.stop", { id: vm, force: true });
		expect(await viewer.closed).toEqual([
			consoleCloseCodes.notRunning,
			"the VM is halted",
		]);
		await bench.client.call("vm.start", { id: vm });
		await bench.settle();
		expect((await open(vm).handshake()).width).toBeGreaterThan(0);
	});

	it("when the VM restarts, so that the viewer connects anew", async () => {
		const vm = runningVm();
		const viewer = open(vm);
		await viewer.handshake();
		await bench.client.call("vm.restart", { id: vm, force: true });
		expect((await viewer.closed)[0]).toBe(consoleCloseCodes.ended);
		expect((await open(vm).handshake()).width).toBeGreaterThan(0);
	});

	it("when the right is taken away", async () => {
		const vm = runningVm();
		const user = await addOperator("operator@example.org", vm);
		const viewer = open(vm, { cookie: user.cookie });
		await viewer.handshake();
		await bench.client.call("acl.remove", user.entry);
		expect((await viewer.closed)[0]).toBe(consoleCloseCodes.notAllowed);
	});

	it("when the user is deleted", async () => {
		const vm = runningVm();
		const user = await addOperator("leaver@example.org", vm);
		const viewer = open(vm, { cookie: user.cookie });
		await viewer.handshake();
		await bench.client.call("user.delete", { id: user.id });
		expect((await viewer.closed)[0]).toBeGreaterThan(4000);
	});
});
