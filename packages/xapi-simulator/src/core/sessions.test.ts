import { ManualClock } from "@xo/std";
import { describe, expect, it } from "vitest";
import { MemoryDatabase } from "./database.ts";
import { createRandom, randomUuid } from "./random.ts";
import { NULL_OWNER, Sessions } from "./sessions.ts";

function createSessions() {
	const random = createRandom(3);
	const db = new MemoryDatabase(() => randomUuid(random));
	const clock = new ManualClock();
	const sessions = new Sessions(db, clock);
	const owner = { ...NULL_OWNER, userName: "root", host: "OpaqueRef:host" };
	const open = (originator = "") => {
		clock.advance(1);
		return sessions.open({ ...owner, originator });
	};
	return { db, sessions, open };
}

describe("Sessions", () => {
	it("end the oldest of a bucket beyond its limit", () => {
		const { db, sessions, open } = createSessions();
		const anonymous = Array.from({ length: 400 }, () => open());
		const named = Array.from({ length: 500 }, () => open("tool"));
		expect(sessions.list()).toHaveLength(900);
		open();
		open("tool");
		expect(sessions.find(anonymous[0]!.ref)).toBeUndefined();
		expect(sessions.find(named[0]!.ref)).toBeUndefined();
		expect(db.refs("session")).toHaveLength(900);
	});

	it("spare those with a pending task", () => {
		const { db, sessions, open } = createSessions();
		const [busy, idle] = [open(), open()];
		db.create("task", { session: busy.ref, status: "pending" });
		for (let i = 0; i < 399; i++) open();
		expect(sessions.find(busy.ref)).toBeDefined();
		expect(sessions.find(idle.ref)).toBeUndefined();
	});

	it("abort their signal with SESSION_INVALID when they end", () => {
		const { sessions, open } = createSessions();
		const session = open();
		sessions.close(session.ref);
		expect(session.ended.reason).toMatchObject({
			code: "SESSION_INVALID",
			params: [session.ref],
		});
		expect(() => sessions.get(session.ref)).toThrow("SESSION_INVALID");
	});
});
