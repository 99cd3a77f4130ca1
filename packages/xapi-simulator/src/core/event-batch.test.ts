import { describe, expect, it } from "vitest";
import { MemoryDatabase } from "./database.ts";
import { batchReply, collectEvents, currentToken } from "./event-batch.ts";
import { parseSubscription } from "./event-subscription.ts";
import { formatEventToken, parseEventToken } from "./event-token.ts";
import { createRandom, randomUuid } from "./random.ts";

function createFollower(classes = ["*"], token = "") {
	const random = createRandom(7);
	const db = new MemoryDatabase(() => randomUuid(random));
	let position = parseEventToken(token);
	return {
		db,
		/** `add vm OpaqueRef:…` of each event since the last look. */
		look(): string[] {
			const subscription = parseSubscription(classes);
			const events = collectEvents(db, subscription, position);
			position = currentToken(db);
			return events.map(
				({ operation, lowerCaseClass, ref }) =>
					`${operation} ${lowerCaseClass} ${ref}`,
			);
		},
	};
}

describe("collectEvents", () => {
	it("reports only the final state of each object", () => {
		const { db, look } = createFollower();
		const vm = db.create("VM", {});
		db.update("VM", vm, { name_label: "a" });
		expect(look()).toEqual([`add vm ${vm}`]);
		db.update("VM", vm, { name_label: "b" });
		db.update("VM", vm, { name_label: "c" });
		expect(look()).toEqual([`mod vm ${vm}`]);
		db.update("VM", vm, { name_label: "d" });
		db.destroy("VM", vm);
		expect(look()).toEqual([`del vm ${vm}`]);
		db.destroy("VM", db.create("VM", {}));
		expect(look()).toEqual([]);
	});

	it("orders messages, adds, mods, dels; then by class and ref", () => {
		const { db, look } = createFollower();
		const host = db.create("host", {});
		const gone = db.create("VM", {});
		look();
		const sr = db.create("SR", {});
		const vms = [db.create("VM", {}), db.create("VM", {})].sort();
		db.update("host", host, { name_label: "h" });
		db.destroy("VM", gone);
		const message = db.create("message", { name: "ALARM" });
		expect(look()).toEqual([
			`add message ${message}`,
			`add vm ${vms[0]}`,
			`add vm ${vms[1]}`,
			`add sr ${sr}`,
			`mod host ${host}`,
			`del vm ${gone}`,
		]);
		db.destroy("message", message);
		expect(look()).toEqual([`del message ${message}`]);
	});

	it("leaves out classes without events", () => {
		const { db, look } = createFollower();
		db.create("session", {});
		db.create("secret", {});
		expect(look()).toEqual([]);
	});

	it("heeds subscriptions to classes and single objects", () => {
		const { db } = createFollower();
		const [a, b] = [db.create("VM", {}), db.create("VM", {})];
		const host = db.create("host", {});
		const refs = (classes: string[]) =>
			collectEvents(db, parseSubscription(classes), parseEventToken("")).map(
				({ ref }) => ref,
			);
		expect(refs(["VM"]).sort()).toEqual([a, b].sort());
		expect(refs([`vm/${b}`, "Host"]).sort()).toEqual([b, host].sort());
		expect(refs(["nonsense"])).toEqual([]);
	});

	it("keeps 256 to 512 deletions of a class", () => {
		const { db, look } = createFollower(["vm"]);
		const vms = Array.from({ length: 600 }, () => db.create("VM", {}));
		look();
		for (const vm of vms) db.destroy("VM", vm);
		const { length } = look();
		expect(length).toBeGreaterThanOrEqual(256);
		expect(length).toBeLessThan(512);
	});

	it("finds every row however often the log was compacted", () => {
		const { db } = createFollower();
		const vms = Array.from({ length: 10 }, () => db.create("VM", {}));
		for (let i = 0; i < 20_000; i++) {
			db.update("VM", vms[i % 7]!, { name_label: String(i) });
		}
		const all = parseSubscription(["*"]);
		expect(collectEvents(db, all, parseEventToken(""))).toHaveLength(10);
		const { generation } = db;
		db.update("VM", vms[9]!, { name_label: "last" });
		const position = { database: generation, messages: 0 };
		expect(collectEvents(db, all, position)).toHaveLength(1);
	});
});

describe("batchReply", () => {
	it("counts the rows of every class and says where to go on", () => {
		const { db } = createFollower();
		const vm = db.create("VM", {});
		const events = collectEvents(
			db,
			parseSubscription(["vm"]),
			parseEventToken(""),
		);
		const reply = batchReply(db, events, currentToken(db));
		const json = JSON.parse(reply.json());
		expect(Object.keys(json)).toEqual(["events", "valid_ref_counts", "token"]);
		expect(Object.keys(json.events[0])).toEqual([
			"id",
			"timestamp",
			"class",
			"operation",
			"ref",
			"snapshot",
		]);
		expect(json.events[0]).toMatchObject({ timestamp: "0.0", ref: vm });
		expect(json.valid_ref_counts).toMatchObject({ vm: 1, host: 0 });
		expect(json.token).toMatch(/^\d{20},\d{20}$/);
		expect(reply.xml()).toContain("<name>vm</name><value><i4>1</i4></value>");
	});
});

describe("event tokens", () => {
	it("are read as written, and refused otherwise", () => {
		const token = { database: 12, messages: 3 };
		expect(parseEventToken(formatEventToken(token))).toEqual(token);
		expect(() => parseEventToken("12")).toThrow(
			"EVENT_FROM_TOKEN_PARSE_FAILURE(12)",
		);
	});
});
