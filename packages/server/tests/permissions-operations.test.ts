import { type OperationName, operations, type XoObject } from "@xo/contract";
import { forAllTests, startTestPool, startTestServer } from "@xo/testing";
import { beforeAll, describe, expect, it } from "vitest";
import {
	type CallerKind,
	callerKinds,
	createCallers,
	type TestCallers,
} from "./_callers.ts";
import {
	type Rule,
	rights,
	type Subject,
	samples,
} from "./_operation-rights.ts";

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

const pool = await forAllTests(startTestPool({ hosts: 1, vms: 3 }));
const server = await forAllTests(startTestServer());
let callers: TestCallers;
let subjects: Record<Subject, XoObject>;
/** Objects that a call needs beside its subject, of which the same caller
 *  must have rights: those of the VM, and one that anybody is given. */
let others: Record<string, Record<string, string>>;

beforeAll(async () => {
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
		"host.managementReconfigure": { pif: subjects.pif.id },
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
		pbd: pick(({ type }) => type === "PBD"),
		pif: pick(({ type }) => type === "PIF"),
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
	const { shape } = operations[name].params() as {
		shape: Record<string, unknown>;
	};
	return "id" in shape ? { id: "x", ...sample } : sample;
}

describe("permissions of operations", () => {
	it("knows who may call every operation", () => {
		expect(Object.keys(rights).sort()).toEqual(Object.keys(operations).sort());
	});

	const names = Object.keys(operations) as OperationName[];
	for (const kind of callerKinds) {
		it(`lets ${kind} do what is stated, and nothing more`, async () => {
			const mismatches: string[] = [];
			for (const name of names) {
				const rule = rights[name] as Rule;
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
