import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const { action } = routesOf("pbd", "PBD");

const onPbd = {
	access: "signed-in",
	effect: "write",
	params: () => z.strictObject({ id }),
	result: () => done,
	objects: {
		pbd: { param: "id", types: ["PBD"], permission: "administrate" },
	},
	errors: ["noSuchObject", "vdiInUse"],
} as const;

export const pbdOperations = {
	"pbd.connect": defineOperation({
		...onPbd,
		description: "Connect a host to an SR.",
		rest: [action("plug")],
	}),
	"pbd.disconnect": defineOperation({
		...onPbd,
		description:
			"Disconnect a host from an SR; refused while a VM there uses one of its disks.",
		rest: [action("unplug")],
	}),
	"pbd.delete": defineOperation({
		...onPbd,
		description: "Delete a PBD that is disconnected.",
	}),
} as const;
