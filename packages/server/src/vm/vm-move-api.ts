import type { XoObjectOf } from "@xo/contract";
import type { Call, Handlers } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import { namedObject } from "../permissions/named-object.ts";
import type { PermissionEngine } from "../permissions/permission-engine.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { vmCallOf } from "./vm-call.ts";
import { cloneVm } from "./vm-copy.ts";
import { copyVm, migrateVm } from "./vm-migrate.ts";

type AnyCall = Pick<Call, "signal" | "task" | "objects" | "caller">;

export function createVmMoveHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
	readonly permissions: PermissionEngine;
}): Pick<Handlers, "vm.migrate" | "vm.copy" | "vm.cloneTo"> {
	const { pools, objects } = dependencies;

	/** A map of ids to objects, on each of which the caller needs rights. */
	function resolve<T extends "SR" | "network">(
		caller: Call["caller"],
		map: Readonly<Record<string, string>> | undefined,
		type: T,
	): Map<string, XoObjectOf<T>> {
		const permission = "operate";
		return new Map(
			Object.entries(map ?? {}).map(([key, id]) => [
				key,
				namedObject(dependencies, caller, { id, type, permission }),
			]),
		);
	}

	async function copy(call: AnyCall, name: string): Promise<string> {
		const sr = objectOf(call.objects.sr, "SR");
		const uuid = await copyVm(vmCallOf(pools, call.objects.vm, call), objects, {
			name,
			sr,
			targetXapi: pools.xapiForWrite(sr),
		});
		return await untilSeen(objects, uuid, call.signal);
	}

	return {
		"vm.migrate": async (call) => {
			const { params, caller } = call;
			const host = objectOf(call.objects.host, "host");
			const { sr, migrationNetwork } = call.objects;
			await migrateVm(vmCallOf(pools, call.objects.vm, call), objects, {
				host,
				sr: sr && objectOf(sr, "SR"),
				srs: resolve(caller, params.mapVdisSrs, "SR"),
				networks: resolve(caller, params.mapVifsNetworks, "network"),
				network: migrationNetwork && objectOf(migrationNetwork, "network"),
				targetXapi: pools.xapiForWrite(host),
				force: params.force,
				bypassAssert: params.bypassAssert,
			});
		},
		"vm.copy": (call) => {
			const vm = objectOf(call.objects.vm, "VM", "VM-snapshot", "VM-template");
			return copy(call, call.params.name ?? `${vm.name_label}_copy`);
		},
		"vm.cloneTo": async (call) => {
			const { name_label: name, fast } = call.params;
			if (call.objects.sr !== undefined) return await copy(call, name);
			const vmCall = vmCallOf(pools, call.objects.vm, call);
			const options = { name, full_copy: fast === false };
			const uuid = await cloneVm(vmCall, options);
			return await untilSeen(objects, uuid, call.signal);
		},
	};
}
