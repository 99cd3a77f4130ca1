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
	| {
			readonly on: Subject;
			readonly atLeast: "viewer" | "operator" | "admin";
			/** Parameter that names the subject. */
			readonly by?: string;
	  };

type Subject =
	| "vm"
	| "snapshot"
	| "task"
	| "message"
	| "host"
	| "network"
	| "pool"
	| "sr"
	| "vbd"
	| "vdi"
	| "vif";

const onVm = (atLeast: "viewer" | "operator" | "admin") =>
	({ on: "vm", atLeast }) as const;

const table: Record<string, Rule> = {
	"acl.add": "administrator",
	"acl.get": "administrator",
	"acl.getCurrentPermissions": "signed-in",
	"acl.remove": "administrator",
	"api.closeAllConnections": "administrator",
	"api.getConnections": "administrator",
	"disk.create": { on: "sr", atLeast: "operator", by: "sr" },
	"group.addUser": "administrator",
	"group.create": "administrator",
	"group.delete": "administrator",
	"group.getAll": "administrator",
	"group.removeUser": "administrator",
	"group.set": "administrator",
	"group.setUsers": "administrator",
	"host.stats": { on: "host", atLeast: "viewer", by: "host" },
	"host.set": { on: "host", atLeast: "admin" },
	"log.delete": "administrator",
	"log.get": "administrator",
	"message.delete": { on: "message", atLeast: "admin" },
	"network.set": { on: "network", atLeast: "admin" },
	"pool.set": { on: "pool", atLeast: "admin" },
	"pool.stats": { on: "pool", atLeast: "viewer" },
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
	"sr.scan": { on: "sr", atLeast: "operator" },
	"sr.set": { on: "sr", atLeast: "operator" },
	"sr.stats": { on: "sr", atLeast: "viewer" },
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
	"vbd.connect": { on: "vbd", atLeast: "admin" },
	"vbd.create": { on: "vdi", atLeast: "admin", by: "VDI" },
	"vbd.delete": { on: "vbd", atLeast: "admin" },
	"vbd.disconnect": { on: "vbd", atLeast: "admin" },
	"vbd.set": { on: "vbd", atLeast: "admin" },
	"vbd.setBootable": { on: "vbd", atLeast: "admin", by: "vbd" },
	"vdi.create": { on: "sr", atLeast: "operator", by: "srId" },
	"vdi.delete": { on: "vdi", atLeast: "admin" },
	"vdi.migrate": { on: "vdi", atLeast: "admin" },
	"vdi.set": { on: "vdi", atLeast: "admin" },
	"vif.connect": { on: "vif", atLeast: "operator" },
	"vif.create": { ...onVm("admin"), by: "vmId" },
	"vif.delete": { on: "vif", atLeast: "admin" },
	"vif.disconnect": { on: "vif", atLeast: "operator" },
	"vif.getLockingModeValues": "signed-in",
	"vif.set": { on: "vif", atLeast: "operator" },
	"vm.attachDisk": { ...onVm("admin"), by: "vm" },
	"vm.clone": onVm("admin"),
	"vm.cloneTo": onVm("admin"),
	"vm.convert": onVm("admin"),
	"vm.convertToTemplate": onVm("admin"),
	"vm.copy": { ...onVm("admin"), by: "vm" },
	"vm.create": { on: "pool", atLeast: "admin", by: "" },
	"vm.createInPool": { on: "pool", atLeast: "admin" },
	"vm.createInterface": { ...onVm("admin"), by: "vm" },
	"vm.delete": onVm("admin"),
	"vm.ejectCd": onVm("operator"),
	"vm.insertCd": onVm("operator"),
	"vm.migrate": { ...onVm("admin"), by: "vm" },
	"vm.pause": onVm("operator"),
	"vm.restart": onVm("operator"),
	"vm.resume": onVm("operator"),
	"vm.revert": { on: "snapshot", atLeast: "operator" },
	"vm.revertTo": onVm("operator"),
	"vm.set": onVm("admin"),
	"vm.setBootOrder": { ...onVm("operator"), by: "vm" },
	"vm.snapshot": onVm("operator"),
	"vm.start": onVm("operator"),
	"vm.stats": onVm("viewer"),
	"vm.stop": onVm("operator"),
	"vm.suspend": onVm("operator"),
	"vm.unpause": onVm("operator"),
	"xo.getAllObjects": "signed-in",
};

/** Parameters that pass validation. */
const samples: Record<string, Record<string, unknown>> = {
	"acl.add": { subject: "s", object: "o", action: "viewer" },
	"acl.remove": { subject: "s", object: "o", action: "viewer" },
	"disk.create": { name: "d", size: 1 },
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
	"vbd.setBootable": { bootable: true },
	"vdi.create": { virtual_size: 1 },
	"vm.clone": { name: "n", full_copy: false },
	"vm.cloneTo": { name_label: "n" },
	"vm.create": { name_label: "n" },
	"vm.createInPool": { name_label: "n" },
	"vm.setBootOrder": { order: "cd" },
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
/** Objects that a call needs beside its subject, of which the same caller
 *  must have rights: those of the VM, and one that anybody is given. */
let others: Record<string, Record<string, string>>;

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
		...devicesOf(objects, vmId),
	};
	callers = await createCallers(server);
	const template = objects.find(({ type }) => type === "VM-template");
	others = {
		"vbd.create": { VM: subjects.vm.id },
		"vif.create": { networkId: subjects.network.id },
		"vm.attachDisk": { vdi: subjects.vdi.id },
		"vdi.migrate": { sr_id: subjects.sr.id },
		"vm.copy": { sr: subjects.sr.id },
		"vm.migrate": { targetHost: subjects.host.id },
		"vm.create": { template: String(template?.id) },
		"vm.createInPool": { template: String(template?.id) },
		"vm.createInterface": { network: subjects.network.id },
		"vm.insertCd": { cd_id: subjects.vdi.id },
		"vm.revertTo": { snapshot: subjects.snapshot.id },
	};
});

afterAll(async () => {
	await server?.[Symbol.asyncDispose]();
	await pool?.[Symbol.asyncDispose]();
});

/** One object of each kind; the devices are those of the VM. */
function devicesOf(objects: readonly XoObject[], vmId: string) {
	const pick = (isIt: (object: XoObject) => boolean): XoObject => {
		const found = objects.find(isIt);
		if (found === undefined) throw new Error("the pool lacks an object");
		return found;
	};
	const vbd = pick(
		(it) =>
			it.type === "VBD" &&
			it.VM === vmId &&
			!it.is_cd_drive &&
			it.VDI !== undefined,
	);
	return {
		host: pick(({ type }) => type === "host"),
		network: pick(({ type }) => type === "network"),
		pool: pick(({ type }) => type === "pool"),
		sr: pick(({ type }) => type === "SR"),
		vbd,
		vdi: pick(({ id }) => "VDI" in vbd && id === vbd.VDI),
		vif: pick((it) => it.type === "VIF" && it.$VM === vmId),
	};
}

function paramsOf(name: OperationName, rule: Rule): Record<string, unknown> {
	const sample = { ...samples[name], ...others[name] };
	if (typeof rule === "object") {
		if (rule.by === "") return sample;
		const key = rule.by ?? (rule.on === "snapshot" ? "snapshot" : "id");
		return { ...sample, [key]: subjects[rule.on].id };
	}
	const { shape } = operations[name].params as {
		shape: Record<string, unknown>;
	};
	return "id" in shape ? { id: "x", ...sample } : sample;
}

describe("permissions of operations", () => {
	it("knows who may call every operation", () => {
		expect(Object.keys(table).sort()).toEqual(Object.keys(operations).sort());
	});

	const names = Object.keys(operations) as OperationName[];
	for (const kind of callerKinds) {
		it(`lets ${kind} do what is stated, and nothing more`, async () => {
			const mismatches: string[] = [];
			for (const name of names) {
				const rule = table[name] as Rule;
				const subject =
					typeof rule === "object" ? subjects[rule.on] : undefined;
				const beside = Object.values(others[name] ?? {}).flatMap((id) => {
					const object = server.context.objects.find(id);
					return object === undefined || object.type === "VM-template"
						? []
						: [object];
				});
				const caller = await callers.get(kind, subject, beside);
				const params = paramsOf(name, rule);
				let outcome = "allowed";
				try {
					server.context.dispatcher.prepare(name, params, caller);
				} catch (error) {
					const { kind: errorKind } = error as { kind?: string };
					outcome = errorKind ?? String(error);
					// What one may not see is not there.
					if (outcome === "noSuchObject") outcome = "unauthorized";
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
		await server.context.store.acls.add({
			subject: caller.user.id,
			object: host?.id ?? "",
			action: "viewer",
		});
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
