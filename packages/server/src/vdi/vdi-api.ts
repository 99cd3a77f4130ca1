import { invalidParameters, type XoObjectOf } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { VdiRecord } from "@xo/xapi-wire";
import type { HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import { createVbd, createVdi } from "../pools/devices.ts";
import { parseSize } from "../pools/parse-size.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { migrateVdi } from "./vdi-migrate.ts";

type AnyVdi = XoObjectOf<"VDI" | "VDI-snapshot">;

export function createVdiHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): HandlersOf<"vdi" | "disk"> {
	const { pools, objects: live } = dependencies;

	async function resize(
		xapi: Xapi,
		vdi: AnyVdi,
		sizeBytes: number,
	): Promise<void> {
		if (sizeBytes === vdi.size) return;
		if (sizeBytes < vdi.size) {
			throw invalidParameters(
				`size: a VDI can only grow, and this one has ${vdi.size} bytes already`,
				{ size: vdi.size },
			);
		}
		const isAttached = vdi.$VBDs.some((id) => {
			const vbd = id === null ? undefined : live.find(id);
			return vbd?.type === "VBD" && vbd.attached;
		});
		await xapi.callAsync(isAttached ? "VDI.resize_online" : "VDI.resize", [
			xapiRefOf(vdi, "VDI"),
			sizeBytes,
		]);
	}

	return {
		"vdi.set": async ({ params, objects }) => {
			const vdi = objectOf(objects.vdi, "VDI", "VDI-snapshot");
			const xapi = pools.xapiForWrite(vdi);
			const ref = xapiRefOf(vdi, "VDI");
			const { name_label, name_description, cbt } = params;
			const sizeBytes = parseSize("size", params.size);
			if (sizeBytes !== undefined) await resize(xapi, vdi, sizeBytes);
			if (cbt !== undefined && cbt !== (vdi.cbt_enabled ?? false)) {
				await xapi.call(cbt ? "VDI.enable_cbt" : "VDI.disable_cbt", ref);
			}
			if (name_label !== undefined) {
				await xapi.call("VDI.set_name_label", ref, name_label);
			}
			if (name_description !== undefined) {
				await xapi.call("VDI.set_name_description", ref, name_description);
			}
		},
		"vdi.migrate": async ({ params, objects, signal, task }) => {
			if (params.resourceSet !== undefined) {
				throw invalidParameters(
					"self-service (resourceSet) is not available in this version",
				);
			}
			const vdi = objectOf(objects.vdi, "VDI", "VDI-snapshot");
			const sr = objectOf(objects.sr, "SR");
			const xapi = pools.xapiForWrite(vdi);
			const move = { xapi, vdi, sr, signal, task };
			return await untilSeen(live, await migrateVdi(move, live), signal);
		},
		"vdi.delete": async ({ objects, signal }) => {
			const vdi = objectOf(objects.vdi, "VDI", "VDI-snapshot");
			const xapi = pools.xapiForWrite(vdi);
			await xapi.callAsync("VDI.destroy", [xapiRefOf(vdi, "VDI")], { signal });
		},
		"vdi.create": async ({ params, objects, signal }) => {
			const sr = objectOf(objects.sr, "SR");
			const xapi = pools.xapiForWrite(sr);
			const {
				srId,
				virtual_size,
				name_label,
				name_description,
				type,
				...rest
			} = params;
			const more = Object.fromEntries(
				Object.entries(rest).filter(([, value]) => value !== undefined),
			) as Partial<VdiRecord>;
			const ref = await createVdi(xapi, {
				sr: xapiRefOf(sr, "SR"),
				sizeBytes: virtual_size,
				name: name_label ?? "",
				description: name_description,
				type,
				more,
			});
			return await untilSeen(
				live,
				await xapi.call("VDI.get_uuid", ref),
				signal,
			);
		},
		"disk.create": async ({ params, objects, signal }) => {
			const sr = objectOf(objects.sr, "SR");
			const vm =
				objects.vm === undefined ? undefined : objectOf(objects.vm, "VM");
			if (vm !== undefined && vm.$pool !== sr.$pool) {
				throw invalidParameters("the SR and the VM are not in one pool");
			}
			const xapi = pools.xapiForWrite(sr);
			const vdi = await createVdi(xapi, {
				sr: xapiRefOf(sr, "SR"),
				sizeBytes: parseSize("size", params.size) ?? 0,
				name: params.name,
			});
			if (vm !== undefined) {
				try {
					const vbd = await createVbd(
						{ xapi, vm: xapiRefOf(vm, "VM") },
						{
							vdi,
							mode: params.mode,
							bootable: params.bootable,
							position: params.position,
						},
					);
					if (vm.power_state === "Running") await xapi.call("VBD.plug", vbd);
				} catch (error) {
					await xapi.call("VDI.destroy", vdi).catch(() => undefined);
					throw error;
				}
			}
			return await untilSeen(
				live,
				await xapi.call("VDI.get_uuid", vdi),
				signal,
			);
		},
	};
}
