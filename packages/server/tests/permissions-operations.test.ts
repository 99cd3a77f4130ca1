import { type OperationName, operations, type XoObject } from "@xo/contract";
import {
	type RunningPool,
	startTestPool,
	startTestServer,
	type TestServer,
} from "@xo/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type CallerKind,
	callerKinds,
	createCallers,
	type TestCallers,
} from "./_callers.ts";

/** Who may: anyone; anyone signed in; administrators; or whoever has at least
 *  this role on the object named. Written by hand, from the rules that existing
 *  clients know, never from the declarations that it checks. */
type Rule =
	| "anyone"
	| "signed-in"
	| "administrator"
	| { readonly on: Subject; readonly atLeast: "viewer" | "operator" | "admin" };

type Subject = "vm" | "snapshot" | "task" | "message";

const onVm = (atLeast: "viewer" | "operator" | "admin") =>
	({ on: "vm", atLeast }) as const;

const table: Record<string, Rule> = {
	"acl.add": "administrator",
	"acl.get": "administrator",
	"acl.getCurrentPermissions": "signed-in",
	"acl.remove": "administrator",
	"api.closeAllConnections": "administrator",
	"api.getConnections": "administrator",
	"group.addUser": "administrator",
	"group.create": "administrator",
	"group.delete": "administrator",
	"group.getAll": "administrator",
	"group.removeUser": "administrator",
	"group.set": "administrator",
	"group.setUsers": "administrator",
	"log.delete": "administrator",
	"log.get": "administrator",
	"message.delete": { on: "message", atLeast: "admin" },
	"query.close": "signed-in",
	"query.open": "signed-in",
	"query.update": "signed-in",
	"role.getAll": "signed-in",
	"server.add": "administrator",
	"server.disable": "administrator",
	"server.enable": "administrator",
	"server.getAll": "administrator",
	"server.remove": "administrator",
	"server.set": "administrator",
	"session.getUser": "anyone",
	"session.signIn": "anyone",
	"session.signInWithPassword": "anyone",
	"session.signInWithToken": "anyone",
	"session.signOut": "signed-in",
	"system.getMethodsInfo": "anyone",
	"system.getServerTimezone": "signed-in",
	"system.getServerVersion": "anyone",
	"system.getVersion": "anyone",
	"system.listMethods": "anyone",
	"system.methodSignature": "anyone",
	"tag.add": onVm("admin"),
	"tag.getAllConfigured": "signed-in",
	"tag.remove": onVm("admin"),
	"tag.set": "administrator",
	"task.abort": "signed-in",
	"task.cancel": { on: "task", atLeast: "admin" },
	"task.delete": "signed-in",
	"task.deleteAll": "signed-in",
	"task.destroy": { on: "task", atLeast: "admin" },
	"token.create": "signed-in",
	"token.createRecord": "signed-in",
	"token.delete": "administrator",
	"token.deleteOwn": "signed-in",
	"token.set": "signed-in",
	"user.changePassword": "signed-in",
	"user.create": "administrator",
	"user.delete": "administrator",
	"user.getAll": "administrator",
	"user.getAuthenticationTokens": "signed-in",
	"user.removeAuthProvider": "administrator",
	"user.set": "signed-in",
	"vm.clone": onVm("admin"),
	"vm.delete": onVm("admin"),
	"vm.pause": onVm("operator"),
	"vm.restart": onVm("operator"),
	"vm.resume": onVm("operator"),
	"vm.revert": { on: "snapshot", atLeast: "operator" },
	"vm.revertTo": onVm("operator"),
	"vm.set": onVm("admin"),
	"vm.snapshot": onVm("operator"),
	"vm.start": onVm("operator"),
	"vm.stop": onVm("operator"),
	"vm.suspend": onVm("operator"),
	"vm.unpause": onVm("operator"),
	"xo.getAllObjects": "signed-in",
};

/** Parameters that pass validation. */
const samples: Record<string, Record<string, unknown>> = {
	"acl.add": { subject: "s", object: "o", action: "viewer" },
	"acl.remove": { subject: "s", object: "o", action: "viewer" },
	"group.addUser": { id: "g", userId: "u" },
	"group.create": { name: "g" },
	"group.removeUser": { id: "g", userId: "u" },
	"group.setUsers": { id: "g", userIds: [] },
	"log.delete": { id: "1", namespace: "api" },
	"log.get": { namespace: "api" },
	"query.open": { types: ["VM"] },
	"server.add": { host: "192.0.2.1", username: "root", password: "p" },
	"session.signInWithPassword": { email: "e", password: "p" },
	"session.signInWithToken": { token: "t" },
	"system.methodSignature": { method: "vm.start" },
	"tag.add": { tag: "t" },
	"tag.remove": { tag: "t" },
	"user.changePassword": { oldPassword: "a", newPassword: "b" },
	"user.create": { email: "e", password: "a password" },
	"user.removeAuthProvider": { id: "u", authProvider: "p" },
	"vm.clone": { name: "n", full_copy: false },
};

const ORDER = ["viewer", "operator", "admin"];

/** The role that each kind of caller has on the subject, if any. */
function roleOf(kind: CallerKind): string | undefined {
	return /^(viewer|operator|admin)\b/.exec(kind)?.[1];
}

function isExpected(rule: Rule, kind: CallerKind): boolean {
	if (kind === "administrator" || rule === "anyone") return true;
	if (kind === "nobody" || rule === "administrator") return false;
	if (rule === "signed-in") return true;
	const role = roleOf(kind);
	return (
		role !== undefined && ORDER.indexOf(role) >= ORDER.indexOf(rule.atLeast)
	);
}

let pool: RunningPool;
let server: TestServer;
let callers: TestCallers;
let subjects: Record<Subject, XoObject>;

beforeAll(async () => {
	pool = await startTestPool({ hosts: 1, vms: 3 });
	server = await startTestServer();
	const host = pool.db.refs("host")[0] ?? "";
	const task = pool.db.create("task", {
		name_label: "a task",
		resident_on: host,
		status: "pending",
	});
	await server.connect(pool);
	const objects = [...server.context.objects.all()];
	const snapshot = objects.find(({ type }) => type === "VM-snapshot");
	const vmId = String((snapshot as { $snapshot_of?: string }).$snapshot_of);
	const message = pool.db.create("message", {
		name: "TEST",
		cls: "VM",
		obj_uuid: vmId,
		timestamp: "20260101T00:00:00Z",
	});
	const uuidOf = (className: string, ref: string) =>
		String(pool.db.get(className, ref).uuid);
	const find = async (id: string): Promise<XoObject> => {
		const { objects: live } = server.context;
		const known = live.find(id);
		if (known !== undefined) return known;
		const arrived = Promise.withResolvers<XoObject>();
		using _ = live.onChanges(() => {
			const object = live.find(id);
			if (object !== undefined) arrived.resolve(object);
		});
		return await arrived.promise;
	};
	subjects = {
		vm: await find(vmId),
		snapshot: await find(String(snapshot?.id)),
		task: await find(uuidOf("task", task)),
		message: await find(uuidOf("message", message)),
	};
	callers = await createCallers(server);
});

afterAll(async () => {
	await server?.[Symbol.asyncDispose]();
	await pool?.[Symbol.asyncDispose]();
});

function paramsOf(name: OperationName, rule: Rule): Record<string, unknown> {
	const sample =
		name === "vm.revertTo"
			? { snapshot: subjects.snapshot.id }
			: (samples[name] ?? {});
	if (typeof rule === "object") {
		const key = rule.on === "snapshot" ? "snapshot" : "id";
		return { ...sample, [key]: subjects[rule.on].id };
	}
	const { shape } = operations[name].params as {
		shape: Record<string, unknown>;
	};
	return "id" in shape ? { id: "x", ...sample } : sample;
}

describe("permissions of operations", () => {
	it("knows who may call every operation", () => {
		expect(Object.keys(table)).toEqual(Object.keys(operations).sort());
	});

	const names = Object.keys(operations) as OperationName[];
	for (const kind of callerKinds) {
		it(`lets ${kind} do what is stated, and nothing more`, async () => {
			const mismatches: string[] = [];
			for (const name of names) {
				const rule = table[name] as Rule;
				const subject =
					typeof rule === "object" ? subjects[rule.on] : undefined;
				const caller = await callers.get(kind, subject);
				const params = paramsOf(name, rule);
				let outcome = "allowed";
				try {
					server.context.dispatcher.prepare(name, params, caller);
				} catch (error) {
					const { kind: errorKind } = error as { kind?: string };
					outcome = errorKind ?? String(error);
				}
				const expected = isExpected(rule, kind) ? "allowed" : "unauthorized";
				if (outcome !== expected) {
					mismatches.push(`${name}: ${outcome}, expected ${expected}`);
				}
			}
			expect(mismatches).toEqual([]);
		});
	}

	it("needs rights on every object that the parameters name", async () => {
		const { dispatcher } = server.context;
		const [host] = [...server.context.objects.ofType("host")];
		const caller = await callers.get("operator by own entry", subjects.vm);
		const start = () =>
			dispatcher.prepare(
				"vm.start",
				{ id: subjects.vm.id, host: host?.id },
				caller,
			);
		expect(start).toThrow(
			expect.objectContaining({
				data: {
					permission: "operate",
					object: { id: host?.id, type: "host" },
				},
			}),
		);
	});

	it("tells that an object is missing before it asks for rights", async () => {
		const caller = await callers.get("user without rights", undefined);
		expect(() =>
			server.context.dispatcher.prepare("vm.start", { id: "nope" }, caller),
		).toThrow(expect.objectContaining({ code: 1 }));
	});

	it("refuses before it validates", async () => {
		const caller = await callers.get("user without rights", undefined);
		expect(() =>
			server.context.dispatcher.prepare("user.create", { bogus: 1 }, caller),
		).toThrow(expect.objectContaining({ code: 2 }));
	});
});
