import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";

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
		rest: [
			{
				method: "POST",
				path: "/srs/{id}/actions/forget",
				kind: "action",
				status: 204,
				objectType: "SR",
				privilege: { resource: "sr", action: "forget" },
			},
		],
	}),
	"sr.destroy": defineOperation({
		...onSr,
		description:
			"Disconnect an SR, remove it from its pool and erase it; refused while it holds disks.",
		rest: [
			{
				method: "DELETE",
				path: "/srs/{id}",
				kind: "direct",
				status: 204,
				objectType: "SR",
				privilege: { resource: "sr", action: "delete" },
			},
		],
	}),
	"sr.scan": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Look again at which VDIs an SR holds.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: { sr: { param: "id", types: ["SR"], permission: "operate" } },
		errors: ["noSuchObject"],
		rest: [
			{
				method: "POST",
				path: "/srs/{id}/actions/scan",
				kind: "action",
				status: 204,
				objectType: "SR",
				privilege: { resource: "sr", action: "scan" },
			},
		],
	}),
} as const;
