import { XoConnectionError, XoError } from "@xo/client";
import { describe, expect, it } from "vitest";
import { turn } from "./_fake-socket.ts";
import { createHarness, user } from "./_harness.ts";

describe("open", () => {
	it("signs in first, with ids from the smallest safe integer", async () => {
		const xo = createHarness();
		await xo.open();
		expect(xo.socket.url).toBe("wss://xo.example.org/api/");
		expect(xo.client.user).toEqual(user);
		const version = xo.client.call("system.getServerVersion");
		await turn();
		expect(xo.socket.sent).toEqual([
			{
				jsonrpc: "2.0",
				id: -9007199254740991,
				method: "session.signIn",
				params: { token: "t" },
			},
			{
				jsonrpc: "2.0",
				id: -9007199254740990,
				method: "system.getServerVersion",
			},
		]);
		xo.socket.answer("5.207.2");
		expect(await version).toBe("5.207.2");
	});

	it("fails at once on wrong credentials, and is closed", async () => {
		const xo = createHarness();
		const opened = xo.client.open();
		xo.socket.emit("open");
		await turn();
		xo.socket.refuse(3, "invalid credentials");
		await expect(opened).rejects.toMatchObject({ name: "XoError", code: 3 });
		expect(xo.client.state.status).toBe("closed");
		expect(xo.socket.isClosed).toBe(true);
		await xo.advance(600_000);
		expect(xo.sockets).toHaveLength(1);
	});

	it("fails at once on a server that cannot be reached", async () => {
		const xo = createHarness();
		const opened = xo.client.open();
		xo.socket.emit("error", { message: "ECONNREFUSED" });
		await expect(opened).rejects.toMatchObject({
			code: "unreachable",
			message: "cannot connect: ECONNREFUSED",
		});
	});

	it("tries again on a server that accepts before it answers", async () => {
		const xo = createHarness();
		const opened = xo.client.open();
		xo.socket.emit("open");
		await turn();
		await xo.advance(10_000);
		expect(xo.client.state).toMatchObject({ status: "waiting", delayMs: 375 });
		await xo.advance(375);
		expect(xo.sockets).toHaveLength(2);
		await xo.accept();
		expect(await opened).toEqual(user);
	});

	it("gives up after three silent sockets", async () => {
		const xo = createHarness();
		const opened = xo.client.open();
		opened.catch(() => {});
		for (let n = 0; n < 3; n++) {
			await xo.advance(10_000);
			await xo.advance(2_000);
		}
		await expect(opened).rejects.toMatchObject({ code: "unanswered" });
		expect(xo.sockets).toHaveLength(3);
	});

	it("without credentials asks what anybody may ask", async () => {
		const xo = createHarness({ credentials: undefined });
		const opened = xo.client.open();
		xo.socket.emit("open");
		await turn();
		expect(xo.socket.request().method).toBe("system.getVersion");
		xo.socket.answer("0.1");
		expect(await opened).toBeUndefined();
		const signedIn = xo.client.signIn({ email: "a", password: "b" });
		await turn();
		xo.socket.answer(user);
		await signedIn;
		expect(xo.client.user).toEqual(user);
		let resourceOpenings = 0;
		xo.client.attach({
			onOpen: () => resourceOpenings++,
			onNotification: () => {},
		});
		for (const id of ["u1", "u2"]) {
			const again = xo.client.signIn({ email: "a", password: "b" });
			await turn();
			xo.socket.answer({ ...user, id });
			await again;
		}
		expect(resourceOpenings).toBe(2);
		xo.socket.emit("close");
		await xo.advance(30_000);
		xo.socket.emit("open");
		await turn();
		expect(xo.socket.request().params).toEqual({ email: "a", password: "b" });
	});
});

describe("call", () => {
	it("gives the error of the server", async () => {
		const xo = createHarness();
		await xo.open();
		const started = xo.client.call("vm.start", { id: "x" });
		await turn();
		xo.socket.refuse(1, "no such VM x", { id: "x", type: "VM" });
		const error = await started.catch((failure) => failure);
		expect(error).toBeInstanceOf(XoError);
		expect(error).toMatchObject({
			code: 1,
			message: "no such VM x",
			method: "vm.start",
			data: { id: "x", type: "VM" },
		});
	});

	it("ends by signal, by timeout and by loss of the connection", async () => {
		const xo = createHarness();
		await xo.open();
		const controller = new AbortController();
		const calls = [
			xo.client.call("a.b", {}, { signal: controller.signal }),
			xo.client.call("a.c", {}, { timeoutMs: 100 }),
			xo.client.call("a.d", {}),
		].map((call) => call.catch((error) => error));
		await turn();
		controller.abort(new Error("enough"));
		await xo.advance(100);
		xo.socket.emit("close", { code: 1006 });
		const [aborted, late, lost] = await Promise.all(calls);
		expect(aborted).toEqual(new Error("enough"));
		expect(late).toMatchObject({ code: "timeout" });
		expect(lost).toMatchObject({ code: "lost", isRetryable: true });
		expect((lost as Error).message).toContain("a.d: the server closed");
	});

	it("refuses to sign in behind the client's back", async () => {
		const xo = createHarness();
		await expect(xo.client.call("session.signOut")).rejects.toThrow("signIn()");
	});

	it("waits for the connection while it is made again", async () => {
		const xo = createHarness();
		await xo.open();
		xo.socket.emit("close");
		const version = xo.client.call("system.getServerVersion");
		const late = xo.client.call("a.b", {}, { timeoutMs: 10 });
		late.catch(() => {});
		await xo.advance(10);
		await expect(late).rejects.toMatchObject({ code: "timeout" });
		await xo.advance(1_000);
		await xo.accept();
		xo.socket.answer("5", "system.getServerVersion");
		expect(await version).toBe("5");
	});

	it("ignores what is not an answer", async () => {
		const xo = createHarness();
		await xo.open();
		const call = xo.client.call("a.b");
		await turn();
		xo.socket.emit("message", { data: "{" });
		xo.socket.emit("message", { data: new Uint8Array(2) });
		xo.socket.push([1]);
		xo.socket.push({ id: 12, result: 1 });
		xo.socket.answer(7);
		expect(await call).toBe(7);
	});
});

describe("a connection that is lost", () => {
	it("is made again with the same credentials", async () => {
		const xo = createHarness();
		await xo.open();
		xo.socket.emit("close");
		expect(xo.states).toEqual(["connecting", "open", "waiting"]);
		await xo.advance(750);
		await xo.accept();
		expect(xo.states.slice(3)).toEqual(["connecting", "open"]);
		expect(xo.socket.sent[0]?.id).toBe(Number.MIN_SAFE_INTEGER);
	});

	it("closes the client when the token is no longer valid", async () => {
		const xo = createHarness();
		await xo.open();
		xo.socket.emit("close");
		const waiting = xo.client.call("a.b");
		waiting.catch(() => {});
		await xo.advance(750);
		xo.socket.emit("open");
		await turn();
		xo.socket.refuse(3, "invalid credentials");
		await turn();
		expect(xo.client.state).toMatchObject({
			status: "closed",
			error: { code: 3 },
		});
		await expect(waiting).rejects.toMatchObject({ code: "closed" });
	});

	it("is noticed by silence", async () => {
		const xo = createHarness();
		await xo.open();
		await xo.advance(30_000);
		expect(xo.socket.request().method).toBe("system.getVersion");
		await xo.advance(60_000);
		expect(xo.client.state).toMatchObject({
			status: "waiting",
			error: { code: "lost", message: "the server no longer answers" },
		});
	});

	it("is not assumed while messages come", async () => {
		const xo = createHarness();
		await xo.open();
		for (let n = 0; n < 20; n++) {
			await xo.advance(20_000);
			xo.socket.push({ jsonrpc: "2.0", method: "all", params: {} });
		}
		expect(xo.sockets).toHaveLength(1);
		expect(xo.socket.sent).toHaveLength(1);
	});
});

describe("close", () => {
	it("is final, and leaves no timer", async () => {
		const xo = createHarness();
		await xo.open();
		const pending = xo.client.call("a.b");
		pending.catch(() => {});
		await turn();
		await xo.client[Symbol.asyncDispose]();
		await expect(pending).rejects.toMatchObject({
			code: "closed",
			isRetryable: false,
		});
		await expect(xo.client.call("a.b")).rejects.toBeInstanceOf(
			XoConnectionError,
		);
		expect(xo.socket.isClosed).toBe(true);
		await xo.advance(1e6);
		expect(xo.sockets).toHaveLength(1);
		expect(xo.client.state).toEqual({ status: "closed" });
	});

	it("stops an attempt under way", async () => {
		const xo = createHarness();
		const opened = xo.client.open();
		opened.catch(() => {});
		await xo.client.close();
		await expect(opened).rejects.toMatchObject({ code: "closed" });
		expect(xo.socket.isClosed).toBe(true);
	});
});
