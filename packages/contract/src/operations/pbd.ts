import { z } from "zod";
import { defineOperation, type RestRoute } from "../operation.ts";
import { done, id } from "./common.ts";

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

function action(verb: "plug" | "unplug"): RestRoute {
	return {
		method: "POST",
		path: `/pbds/{id}/actions/${verb}`,
		kind: "action",
		status: 204,
		objectType: "PBD",
		privilege: { resource: "pbd", action: verb },
	};
}

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
