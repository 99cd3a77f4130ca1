import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("sr", "SR");

const onSr = {
	access: "signed-in",
	effect: "write",
	params: () => z.strictObject({ id }),
	result: () => done,
	objects: {
		sr: { param: "id", types: ["SR"], permission: "administrate" },
	},
	errors: ["noSuchObject", "vdiInUse", "operationFailed"],
} as const;

export const srOperations = {
	"sr.set": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Change the name or description of an SR.",
		params: () =>
			z.strictObject({
				id,
				name_label: name.optional(),
				name_description: text.optional(),
			}),
		result: () => done,
		objects: { sr: { param: "id", types: ["SR"], permission: "operate" } },
		errors: ["noSuchObject"],
	}),
	"sr.connectAllPbds": defineOperation({
		...onSr,
		description: "Connect an SR to all hosts that it is set up for.",
	}),
	"sr.disconnectAllPbds": defineOperation({
		...onSr,
		description:
			"Disconnect an SR from all hosts; refused by those where a VM uses one of its disks.",
	}),
	"sr.forget": defineOperation({
		...onSr,
		description:
			"Disconnect an SR and remove it from its pool; what it holds stays on the storage.",
		rest: [routes.action("forget")],
	}),
	"sr.destroy": defineOperation({
		...onSr,
		description:
			"Disconnect an SR, remove it from its pool and erase it; refused while it holds disks.",
		rest: [routes.remove()],
	}),
	"sr.scan": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Look again at which VDIs an SR holds.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: { sr: { param: "id", types: ["SR"], permission: "operate" } },
		errors: ["noSuchObject"],
		rest: [routes.action("scan")],
	}),
} as const;
