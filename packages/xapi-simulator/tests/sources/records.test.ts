import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { expect, it } from "vitest";
import { recordsSource, startSimulatedPool } from "../../src/index.ts";
import { type RecordSet, recordsOfReplies } from "../../src/sources/records.ts";
import { type ApiRecord, type ApiRecords, signIn } from "./_rpc.ts";

const FOLDER = path.join(DATA_DIR, "data/rpc");

interface Spec {
	readonly params: Readonly<Record<string, readonly unknown[]>>;
	readonly expected_result: Readonly<
		Record<string, { readonly result: unknown }>
	>;
}

function readJson<T>(name: string): T {
	return JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")) as T;
}

function readSpec(name: string): Spec {
	return Object.values(
		readJson<Record<string, Spec>>(`sdk-spec/${name}.json`),
	)[0]!;
}

function start(...sets: readonly RecordSet[]) {
	return startSimulatedPool({ source: recordsSource(...sets), http: true });
}

/** Numbers are texts in records that came by XML-RPC. */
function asText(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(asText).sort();
	return typeof value === "number" ? String(value) : value;
}

describeWithData("recorded records", () => {
	it("serves the pool of two files, the second over the first", async () => {
		const common = readJson<RecordSet>(
			"ansible-db/ansible-test-common-db.json",
		);
		const partial = readJson<RecordSet>("ansible-db/ansible-test-vm-db.json");
		await using pool = await start(common, partial);
		const call = await signIn(pool);
		const vms = (await call("VM.get_all_records")) as ApiRecords;
		expect(Object.keys(vms).sort()).toEqual(Object.keys(partial.VM!).sort());
		for (const [ref, expected] of Object.entries(partial.VM!)) {
			for (const field of [
				"name_label",
				"power_state",
				"other_config",
				"VCPUs_max",
				"VBDs",
				"VIFs",
				"guest_metrics",
			]) {
				if (expected[field] === undefined) continue;
				expect(asText(vms[ref]![field]), `${ref} ${field}`).toEqual(
					asText(expected[field]),
				);
			}
		}
		const srs = (await call("SR.get_all_records")) as ApiRecords;
		expect(
			Object.keys(srs).filter((ref) => ref !== "OpaqueRef:NULL"),
		).toHaveLength(
			2 + Object.keys(partial.SR!).filter((ref) => !(ref in common.SR!)).length,
		);
	});

	it("serves recorded replies, making up the host that they lack", async () => {
		const replies = readJson("catalog-service/xenent-responses.json");
		await using pool = await start(recordsOfReplies(replies));
		const call = await signIn(pool);
		expect(
			Object.keys((await call("VM.get_all_records")) as ApiRecords),
		).toHaveLength(6);
		expect(
			Object.keys((await call("SR.get_all_records")) as ApiRecords),
		).toHaveLength(18);
		expect((await call("pool.get_all")) as string[]).toEqual([
			"OpaqueRef:poolRef1",
		]);
	});
});

describeWithData("call and answer pairs of the SDK's own tests", () => {
	it("signs in and reads the pool and its host", async () => {
		const { params, expected_result: expected } = readSpec("session_login");
		const [, poolRef] = params["pool.get_record"] as [string, string];
		const [, hostRef] = params["host.get_record"] as [string, string];
		const result = (method: string) => expected[method]!.result as ApiRecord;
		await using pool = await start({
			pool: { [poolRef]: result("pool.get_record") },
			host: { [hostRef]: result("host.get_record") },
		});
		const call = await signIn(pool);
		expect(await call("pool.get_all")).toEqual(result("pool.get_all"));
		expect(await call("pool.get_record", poolRef)).toMatchObject(
			result("pool.get_record"),
		);
		expect(await call("host.get_record", hostRef)).toMatchObject(
			result("host.get_record"),
		);
		expect(await call("session.logout")).toEqual(result("session.logout"));
	});

	it("gives VM records in their layout", async () => {
		const recorded = readSpec("vm_get_all_records").expected_result[
			"VM.get_all_records"
		]!.result as ApiRecords;
		await using pool = await start({ VM: recorded });
		const call = await signIn(pool);
		const actual = (await call("VM.get_all_records")) as ApiRecords;
		expect(Object.keys(actual)).toEqual(Object.keys(recorded));
		for (const [ref, expected] of Object.entries(recorded)) {
			for (const [field, value] of Object.entries(expected)) {
				expect(typeof actual[ref]![field], field).toBe(typeof value);
				if (
					typeof value === "number" ||
					typeof value === "boolean" ||
					field.startsWith("name_")
				) {
					expect(actual[ref]![field], field).toEqual(value);
				}
			}
		}
	});

	it("refuses an unknown reference by its code", async () => {
		const { params } = readSpec("xapi_error");
		const [, ref] = params["VM.get_record"] as [string, string];
		await using pool = await start();
		const call = await signIn(pool);
		await expect(call("VM.get_record", ref)).rejects.toThrow(
			`HANDLE_INVALID ["VM","${ref}"]`,
		);
	});
});
