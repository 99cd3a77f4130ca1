import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { done, id, name, size, text } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const anyVdi = {
	vdi: {
		param: "id",
		types: ["VDI", "VDI-snapshot"],
		permission: "administrate",
	},
} as const;

const routes = routesOf("vdi", "VDI");

const names = lazily(() => ({
	name_label: name.optional(),
	name_description: text.optional(),
}));

const strings = lazily(() =>
	z.record(z.string().max(256), z.string().max(65_536)),
);

const newVdi = lazily(() =>
	z.strictObject({
		srId: id,
		virtual_size: z.int().min(1),
		...names(),
		tags: z.array(name).max(1_000).optional(),
		type: z
			.enum([
				"metadata",
				"suspend",
				"cbt_metadata",
				"crashdump",
				"ephemeral",
				"ha_statefile",
				"pvs_cache",
				"redo_log",
				"rrd",
				"system",
				"user",
			])
			.optional(),
		read_only: z.boolean().optional(),
		sharable: z.boolean().optional(),
		xenstore_data: strings().optional(),
		other_config: strings().optional(),
		sm_config: strings().optional(),
	}),
);

const write = { access: "signed-in", effect: "write" } as const;

export const vdiOperations = {
	"disk.create": defineOperation({
		...write,
		description:
			"Create a VDI on an SR and attach it to a VM if one is named; gives the id of the VDI.",
		params: () =>
			z.strictObject({
				name,
				size,
				sr: id,
				vm: id.optional(),
				bootable: z.boolean().optional(),
				mode: z.enum(["RO", "RW"]).optional(),
				position: z.string().min(1).max(16).optional(),
			}),
		result: () => id,
		objects: {
			vm: { param: "vm", types: ["VM"], permission: "administrate" },
			sr: { param: "sr", types: ["SR"], permission: "operate" },
		},
		errors: ["noSuchObject", "invalidParameters"],
	}),
	"vdi.create": defineOperation({
		...write,
		rpc: false,
		description: "Create an empty VDI on an SR; gives its id.",
		params: newVdi,
		result: () => id,
		objects: {
			sr: { param: "srId", types: ["SR"], permission: "operate" },
		},
		errors: ["noSuchObject"],
		rest: [routes.create({ body: newVdi })],
	}),
	"vdi.set": defineOperation({
		...write,
		description:
			"Change name, description, size or changed block tracking of a VDI; it can only grow.",
		params: () =>
			z.strictObject({
				id,
				...names(),
				size: size.optional(),
				cbt: z.boolean().optional(),
			}),
		result: () => done,
		objects: anyVdi,
		errors: ["noSuchObject", "invalidParameters", "vdiInUse"],
		rest: [
			routes.update({
				body: () =>
					z.strictObject({ ...names(), size: z.int().min(0).optional() }),
			}),
		],
	}),
	"vdi.migrate": defineOperation({
		...write,
		description:
			"Move a VDI to another SR of its pool, also while a VM uses it; gives its new id.",
		params: () =>
			z.strictObject({
				id,
				sr_id: id,
				resourceSet: z.string().max(256).optional(),
			}),
		result: () => id,
		objects: {
			...anyVdi,
			sr: { param: "sr_id", types: ["SR"], permission: "operate" },
		},
		errors: ["noSuchObject", "invalidParameters", "vdiInUse"],
		rest: [
			routes.action("migrate", "migrate-send", {
				status: 200,
				body: () => z.strictObject({ srId: id }),
				toParams: ({ path, body }) => ({ id: path.id, sr_id: body.srId }),
				toBody: (result) => ({ id: result }),
			}),
		],
	}),
	"vdi.delete": defineOperation({
		...write,
		description: "Delete a VDI, and with it all that it holds.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: anyVdi,
		errors: ["noSuchObject", "vdiInUse"],
		rest: [routes.remove(), routesOf("vdi-snapshot", "VDI-snapshot").remove()],
	}),
} as const;
