import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { noObjects } from "./common.ts";

const open = {
	access: "public",
	objects: noObjects,
	effect: "read",
	errors: [],
} as const;

const signature = lazily(() =>
	z.looseObject({
		description: z.string().optional(),
		params: () => z.record(z.string(), z.unknown()),
		permission: z.string().optional(),
	}),
);

export const systemOperations = {
	"system.getMethodsInfo": defineOperation({
		...open,
		description: "Description, parameters and permission of every method.",
		params: () => z.looseObject({}),
		result: () => z.record(z.string(), signature()),
	}),
	"system.listMethods": defineOperation({
		...open,
		description: "Names of all methods.",
		params: () => z.looseObject({}),
		result: () => z.array(z.string()),
	}),
	"system.methodSignature": defineOperation({
		...open,
		description: "What one method takes, as a list of one signature.",
		params: () => z.strictObject({ method: z.string().min(1) }),
		result: () => z.array(signature()),
	}),
	"system.getServerVersion": defineOperation({
		...open,
		description: "Version of the daemon.",
		params: () => z.looseObject({}),
		result: () => z.string(),
	}),
	"system.getVersion": defineOperation({
		...open,
		description: "Version of this API.",
		params: () => z.looseObject({}),
		result: () => z.string(),
	}),
	"system.getServerTimezone": defineOperation({
		...open,
		access: "signed-in",
		description: "Time zone of the daemon, as an IANA name.",
		params: () => z.looseObject({}),
		result: () => z.string(),
	}),
} as const;
