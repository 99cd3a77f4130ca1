import { describe, expect, it } from "vitest";
import { linkSignals } from "./linked-signal.ts";

describe("linkSignals", () => {
	it("aborts with the reason of whichever aborts first", () => {
		const [a, b] = [new AbortController(), new AbortController()];
		using linked = linkSignals([a.signal, b.signal]);
		expect(linked.signal.aborted).toBe(false);
		b.abort("b");
		a.abort("a");
		expect(linked.signal.reason).toBe("b");
	});

	it("is aborted at once by what was aborted before", () => {
		using linked = linkSignals([AbortSignal.abort("gone")]);
		expect(linked.signal.reason).toBe("gone");
	});

	it("follows no longer once disposed", () => {
		const controller = new AbortController();
		const linked = linkSignals([controller.signal]);
		linked[Symbol.dispose]();
		controller.abort();
		expect(linked.signal.aborted).toBe(false);
	});
});
