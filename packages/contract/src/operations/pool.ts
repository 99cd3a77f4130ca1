import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";

export const poolOperations = {
	"pool.set": defineOperation({
		access: "signed-in",
		effect: "write",
		description:
			"Change the names and settings of a pool; null clears a network or SR.",
		params: () =>
			z.strictObject({
				id,
				name_label: name.optional(),
				name_description: text.optional(),
				auto_poweron: z.boolean().optional(),
				backupNetwork: id.nullish(),
				migrationCompression: z.boolean().optional(),
				migrationNetwork: id.nullish(),
				suspendSr: id.nullish(),
				crashDumpSr: id.nullish(),
			}),
		result: () => done,
		objects: {
			pool: { param: "id", types: ["pool"], permission: "administrate" },
			suspendSr: {
				param: "suspendSr",
				types: ["SR"],
				permission: "administrate",
			},
			crashDumpSr: {
				param: "crashDumpSr",
				types: ["SR"],
				permission: "administrate",
			},
			backupNetwork: {
				param: "backupNetwork",
				types: ["network"],
				permission: "view",
			},
			migrationNetwork: {
				param: "migrationNetwork",
				types: ["network"],
				permission: "view",
			},
		},
		errors: ["noSuchObject", "invalidParameters"],
	}),
	"pool.setDefaultSr": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Make an SR the default one of its pool.",
		params: () => z.strictObject({ sr: id }),
		result: () => done,
		objects: {
			sr: { param: "sr", types: ["SR"], permission: "administrate" },
		},
		errors: ["noSuchObject"],
	}),
	"pool.setPoolMaster": defineOperation({
		access: "signed-in",
		effect: "write",
		description:
			"Make a host the master of its pool; the connection to the pool moves to it.",
		params: () => z.strictObject({ host: id }),
		result: () => done,
		objects: {
			host: { param: "host", types: ["host"], permission: "administrate" },
		},
		errors: ["noSuchObject", "incorrectState"],
	}),
} as const;
