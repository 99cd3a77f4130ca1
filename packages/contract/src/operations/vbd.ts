import { z } from "zod";
import { lazily } from "../lazily.ts";
import type { ObjectType } from "../objects/index.ts";
import { defineOperation } from "../operation.ts";
import { done, id } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("vbd", "VBD");

const onVbd = {
	access: "signed-in",
	effect: "write",
	result: () => done,
	objects: {
		vbd: { param: "id", types: ["VBD"], permission: "administrate" },
	},
	errors: ["noSuchObject", "vmBadPowerState"],
} as const;

const strings = lazily(() =>
	z.record(z.string().max(256), z.string().max(4_096)),
);

const newVbd = lazily(() =>
	z.strictObject({
		VM: id,
		VDI: id,
		type: z.enum(["CD", "Disk", "Floppy"]).optional(),
		mode: z.enum(["RO", "RW"]).optional(),
		bootable: z.boolean().optional(),
		empty: z.boolean().optional(),
		unpluggable: z.boolean().optional(),
		userdevice: z.string().min(1).max(16).optional(),
		other_config: strings().optional(),
		qos_algorithm_type: z.string().max(64).optional(),
		qos_algorithm_params: strings().optional(),
	}),
);

export const vbdOperations = {
	"vbd.connect": defineOperation({
		...onVbd,
		description: "Plug a VBD into its running VM.",
		params: () => z.strictObject({ id }),
		rest: [routes.action("connect")],
	}),
	"vbd.disconnect": defineOperation({
		...onVbd,
		description: "Unplug a VBD from its running VM.",
		params: () => z.strictObject({ id }),
		rest: [routes.action("disconnect")],
	}),
	"vbd.delete": defineOperation({
		...onVbd,
		description: "Delete a VBD, unplugging it first; the VDI is kept.",
		params: () => z.strictObject({ id }),
		rest: [routes.remove()],
	}),
	"vbd.set": defineOperation({
		...onVbd,
		description: "Change the position of a VBD.",
		params: () =>
			z.strictObject({
				id,
				position: z
					.union([z.string().min(1).max(16), z.int().min(0)])
					.optional(),
			}),
	}),
	"vbd.setBootable": defineOperation({
		...onVbd,
		description: "Say whether a VM may boot from a VBD.",
		params: () => z.strictObject({ vbd: id, bootable: z.boolean() }),
		objects: {
			vbd: { param: "vbd", types: ["VBD"], permission: "administrate" },
		},
	}),
	"vbd.create": defineOperation({
		access: "signed-in",
		effect: "write",
		rpc: false,
		description: "Attach a VDI to a VM; gives the id of the VBD.",
		params: newVbd,
		result: () => id,
		objects: {
			vm: {
				param: "VM",
				types: ["VM", "VM-template", "VM-snapshot"] satisfies ObjectType[],
				permission: "administrate",
			},
			vdi: { param: "VDI", types: ["VDI"], permission: "administrate" },
		},
		errors: ["noSuchObject", "vdiInUse"],
		rest: [routes.create({ body: newVbd })],
	}),
} as const;
