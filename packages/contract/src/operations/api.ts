import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, name, noObjects } from "./common.ts";

const admin = { access: "admin", objects: noObjects, errors: [] } as const;

export const apiOperations = {
	"api.getConnections": defineOperation({
		...admin,
		description: "Who is connected, from where, until when.",
		params: () => z.looseObject({}),
		result: () =>
			z.array(
				z.looseObject({
					user_ip: z.string(),
					user_id: z.string().optional(),
					expiration: z.number().optional(),
				}),
			),
		effect: "read",
	}),
	"api.closeAllConnections": defineOperation({
		...admin,
		description: "Close every other WebSocket connection.",
		params: () => z.looseObject({}),
		result: () => done,
		effect: "write",
	}),
	"log.get": defineOperation({
		...admin,
		description: "Entries of a log, by id.",
		params: () => z.strictObject({ namespace: name }),
		result: () => z.record(z.string(), z.looseObject({ time: z.number() })),
		effect: "read",
	}),
	"log.delete": defineOperation({
		...admin,
		description: "Delete entries of a log.",
		params: () =>
			z.strictObject({
				id: z.union([z.string(), z.array(z.string()).max(100_000)]),
				namespace: name,
			}),
		result: () => done,
		effect: "write",
	}),
} as const;
