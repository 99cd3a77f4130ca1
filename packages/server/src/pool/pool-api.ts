import { invalidParameters, type XoObject } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { callByName, xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";
import { MissingPatches } from "./missing-patches.ts";

const NULL_REF = "OpaqueRef:NULL";

function assertOfPool(
	poolId: string,
	objects: Readonly<Record<string, XoObject | undefined>>,
): void {
	for (const [name, object] of Object.entries(objects)) {
		if (object === undefined || object.$pool === poolId) continue;
		throw invalidParameters(`${name}: ${object.id} is not in this pool`);
	}
}

export function createPoolHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
	readonly clock: Clock;
}): HandlersOf<"pool"> {
	const { pools } = dependencies;
	const patches = new MissingPatches(dependencies);
	return {
		"pool.listMissingPatches": ({ objects }) =>
			patches.ofHost(objectOf(objects.host, "host")),
		"pool.listAllMissingPatches": ({ objects }) =>
			patches.ofPool(objectOf(objects.pool, "pool").id),
		"pool.setDefaultSr": async ({ objects }) => {
			const sr = objectOf(objects.sr, "SR");
			const pool = objectOf(dependencies.objects.find(sr.$pool), "pool");
			await pools
				.xapiForWrite(sr)
				.call(
					"pool.set_default_SR",
					xapiRefOf(pool, "pool"),
					xapiRefOf(sr, "SR"),
				);
		},
		"pool.setPoolMaster": async ({ objects, signal }) => {
			const host = objectOf(objects.host, "host");
			const pool = objectOf(dependencies.objects.find(host.$pool), "pool");
			if (pool.master === host.id) return;
			await pools
				.xapiForWrite(host)
				.callAsync("pool.designate_new_master", [xapiRefOf(host, "host")], {
					signal,
				});
		},
		"pool.set": async ({ params, objects }) => {
			const pool = objectOf(objects.pool, "pool");
			assertOfPool(pool.id, objects);
			const xapi = pools.xapiForWrite(pool);
			const ref = pool._xapiRef;
			const set = (field: string, value: unknown) =>
				callByName(xapi, `pool.set_${field}`, [ref, value]);
			const plain = {
				name_label: params.name_label,
				name_description: params.name_description,
				migration_compression: params.migrationCompression,
			};
			for (const [field, value] of Object.entries(plain)) {
				if (value !== undefined) await set(field, value);
			}
			for (const [field, name] of [
				["suspend_image_SR", "suspendSr"],
				["crash_dump_SR", "crashDumpSr"],
			] as const) {
				if (params[name] === undefined) continue;
				await set(field, objects[name]?._xapiRef ?? NULL_REF);
			}
			const { auto_poweron, backupNetwork, migrationNetwork } = params;
			for (const [key, value] of [
				[
					"auto_poweron",
					auto_poweron === undefined ? undefined : String(auto_poweron),
				],
				["xo:backupNetwork", backupNetwork],
				["xo:migrationNetwork", migrationNetwork],
			] as const) {
				if (value === undefined) continue;
				const target = { xapi, className: "pool", ref };
				await writeMapKey(target, "other_config", [key, value]);
			}
		},
	};
}
