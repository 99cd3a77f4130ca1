import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { done, id, name } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const { action } = routesOf("vm", "VM");

const write = { access: "signed-in", effect: "write" } as const;

const ids = lazily(() => z.record(id, id));

const family = ["VM", "VM-snapshot", "VM-template"] as const;

const CANNOT = [
	"noSuchObject",
	"vmBadPowerState",
	"operationBlocked",
	"vmLacksFeature",
	"invalidParameters",
] as const;

export const vmMoveOperations = {
	"vm.migrate": defineOperation({
		...write,
		description:
			"Move a VM to a host of its pool or of another, while it runs. Its disks go where mapVdisSrs (VDI to SR) or sr say, else stay where the host sees them, else go to the default SR of the host's pool. In another pool, networks are those of mapVifsNetworks (VIF to network), else those of the same name.",
		params: () =>
			z.strictObject({
				vm: id,
				targetHost: id,
				sr: id.optional(),
				mapVdisSrs: ids().optional(),
				mapVifsNetworks: ids().optional(),
				migrationNetwork: id.optional(),
				force: z.boolean().optional(),
				bypassAssert: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			vm: { param: "vm", types: ["VM"], permission: "administrate" },
			host: {
				param: "targetHost",
				types: ["host"],
				permission: "administrate",
			},
			sr: { param: "sr", types: ["SR"], permission: "operate" },
			migrationNetwork: {
				param: "migrationNetwork",
				types: ["network"],
				permission: "administrate",
			},
		},
		errors: [...CANNOT],
		rest: [
			action("migrate", "migrate-send", {
				body: () =>
					z.strictObject({
						hostId: id,
						srId: id.optional(),
						srIdByVdiId: ids().optional(),
						networkIdByVifId: ids().optional(),
						migrationNetworkId: id.optional(),
					}),
				toParams: ({ path, body }) => ({
					vm: path.id,
					targetHost: body.hostId,
					sr: body.srId,
					mapVdisSrs: body.srIdByVdiId,
					mapVifsNetworks: body.networkIdByVifId,
					migrationNetwork: body.migrationNetworkId,
				}),
			}),
		],
	}),
	"vm.copy": defineOperation({
		...write,
		description:
			"Copy a VM, snapshot or template with all that its disks hold to an SR, also of another pool if the VM is halted; gives the id. The pools copy by themselves, without compression, so compress changes nothing.",
		params: () =>
			z.strictObject({
				vm: id,
				sr: id,
				name: name.optional(),
				compress: z.union([z.boolean(), z.string().max(16)]).optional(),
			}),
		result: () => id,
		objects: {
			vm: { param: "vm", types: family, permission: "administrate" },
			sr: { param: "sr", types: ["SR"], permission: "operate" },
		},
		errors: [...CANNOT],
	}),
	"vm.cloneTo": defineOperation({
		...write,
		rpc: false,
		description:
			"Clone a VM on its SRs, sharing blocks or with a full copy of its disks, or copy it to another SR; gives the id.",
		params: () =>
			z.strictObject({
				id,
				name_label: name,
				fast: z.boolean().optional(),
				srId: id.optional(),
				compress: z.enum(["gzip", "zstd"]).optional(),
			}),
		result: () => id,
		objects: {
			vm: { param: "id", types: family, permission: "administrate" },
			sr: { param: "srId", types: ["SR"], permission: "operate" },
		},
		errors: [...CANNOT],
		rest: [
			action("clone", "clone", {
				status: 201,
				body: () =>
					z.strictObject({
						fast: z.boolean().optional(),
						name_label: name.optional(),
						srId: id.optional(),
						compress: z.enum(["gzip", "zstd"]).optional(),
					}),
				toParams: ({ path, body, objectName }) => ({
					...body,
					id: path.id,
					name_label: body.name_label ?? `${objectName}_clone`,
				}),
			}),
		],
	}),
} as const;
