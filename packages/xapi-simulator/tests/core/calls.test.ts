import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningPool } from "../../src/index.ts";
import { send, signIn, startTestPool, type TestClient } from "./_pool.ts";

let pool: RunningPool;
let client: TestClient;
let vm: string;

beforeAll(async () => {
	pool = await startTestPool();
	client = await signIn(pool);
	[vm = ""] = pool.db.refs("VM");
});

afterAll(() => pool[Symbol.asyncDispose]());

describe("generated messages", () => {
	it("read records", async () => {
		const all = await client.call("VM.get_all_records");
		expect(Object.keys(all)).toEqual(await client.call("VM.get_all"));
		const record = await client.call("VM.get_record", vm);
		expect(record).toEqual(all[vm]);
		expect(await client.call("VM.get_name_label", vm)).toBe("a");
		expect(await client.call("VM_get_name_label", vm)).toBe("a");
		expect(await client.call("VM.get_by_uuid", record.uuid)).toBe(vm);
		expect(await client.call("VM.get_by_name_label", "a")).toEqual([vm]);
		const where = 'field "name__label" = "a"';
		expect(await client.call("VM.get_all_where", where)).toEqual([vm]);
		expect(
			Object.keys(await client.call("VM.get_all_records_where", where)),
		).toEqual([vm]);
	});

	it("write fields, maps and sets", async () => {
		await client.call("VM.set_name_description", vm, "text");
		await client.call("VM.add_tags", vm, "t");
		await client.call("VM.add_tags", vm, "t");
		await client.call("VM.add_to_VCPUs_params", vm, "weight", "1");
		expect(pool.db.get("VM", vm)).toMatchObject({
			name_description: "text",
			tags: ["t"],
			VCPUs_params: { weight: "1" },
		});
		const again = client.ask("VM.add_to_VCPUs_params", vm, "weight", "1");
		expect((await again).error).toEqual([
			"MAP_DUPLICATE_KEY",
			"VM",
			"VCPUs__params",
			vm,
			"weight",
		]);
		await client.call("VM.remove_tags", vm, "t");
		await client.call("VM.remove_tags", vm, "t");
		await client.call("VM.remove_from_VCPUs_params", vm, "weight");
		await client.call("VM.remove_from_VCPUs_params", vm, "weight");
		expect(pool.db.get("VM", vm)).toMatchObject({ tags: [], VCPUs_params: {} });
	});

	it("construct and destroy, with exactly the fields of the constructor", async () => {
		const secret = await client.call("secret.create", {
			value: "s",
			uuid: ["mine"],
			nonsense: 1,
		});
		expect(pool.db.get("secret", secret)).toMatchObject({ value: "s" });
		expect(pool.db.get("secret", secret).uuid).not.toEqual(["mine"]);
		await client.call("secret.destroy", secret);
		expect(pool.db.find("secret", secret)).toBeUndefined();
		expect((await client.ask("secret.create", {})).error).toEqual([
			"INTERNAL_ERROR",
			'Server_helpers.Dispatcher_FieldNotFound("value")',
		]);
	});
});

describe("errors of calls", () => {
	it.each([
		["VM.nope", [], ["MESSAGE_METHOD_UNKNOWN", "VM.nope"]],
		["vm.get_all", [], ["MESSAGE_METHOD_UNKNOWN", "vm.get_all"]],
		["constructor", [], ["MESSAGE_METHOD_UNKNOWN", "constructor"]],
		[
			"VM.get_record",
			[],
			["MESSAGE_PARAMETER_COUNT_MISMATCH", "VM.get_record", "1", "0"],
		],
		[
			"VM.get_record",
			["a", "b"],
			["MESSAGE_PARAMETER_COUNT_MISMATCH", "VM.get_record", "1", "2"],
		],
		["VM.get_record", ["x"], ["HANDLE_INVALID", "VM", "x"]],
		["VM.get_by_uuid", ["x"], ["UUID_INVALID", "VM", "x"]],
		["VM.set_name_label", ["x", "y"], ["HANDLE_INVALID", "VM", "x"]],
		["VM.get_record", [1], ["INTERNAL_ERROR", "ref expected"]],
		[
			"VM.set_actions_after_reboot",
			["x", "dance"],
			["INVALID_VALUE", "dance is no on_normal_exit"],
		],
		["VM.snapshot_with_quiesce", ["x", "n"], ["MESSAGE_REMOVED"]],
		["LVHD.get_all", [], ["MESSAGE_METHOD_UNKNOWN", "LVHD.get_all"]],
		[
			"Async.VM.get_all",
			[],
			["Fault", "No async mode for this operation (rpc: Async.VM.get_all)"],
		],
	])("%s %j", async (method, args, expected) => {
		const { error } = await client.ask(method, ...args);
		expect(error?.slice(0, expected.length)).toEqual(expected);
	});

	it("refuses what hosts keep among themselves", async () => {
		const internal = await client.ask("VM.hard_reboot_internal", vm);
		expect(internal.error).toEqual([
			"INTERNAL_ERROR",
			'Internal API "VM.hard_reboot_internal" call attempted with non-pool (external) session',
		]);
	});

	it("ignores surplus arguments only where some are optional", async () => {
		const { error } = await client.ask("event.from", ["vm"], "x", 0, 1);
		expect(error?.[0]).toBe("MESSAGE_PARAMETER_COUNT_MISMATCH");
		const params = ["root", "password", "1.0", "me", "surplus"];
		const login = await send(pool.url, "session.login_with_password", params);
		expect(login.error).toBeUndefined();
	});
});

describe("system.*", () => {
	it("lists the sync names and echoes", async () => {
		const methods = await send(pool.url, "system.listMethods", []);
		expect(methods.result).toContain("VM.start");
		expect(await send(pool.url, "system.isAlive:1", ["x"])).toEqual({
			result: "x",
		});
	});
});
