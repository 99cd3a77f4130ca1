import { z } from "zod";
import type { LiveQueryPatch, LiveQueryResult } from "../live-query.ts";
import {
	liveQuerySchema,
	liveQueryUpdateSchema,
} from "../live-query-schema.ts";
import { defineOperation } from "../operation.ts";
import { done, id, noObjects } from "./common.ts";

const live = {
	access: "signed-in",
	objects: noObjects,
	effect: "read",
} as const;

/** Live queries belong to a WebSocket connection. Patches come as
 *  notifications `query.patch` `{id, patch}`. */
export const queryOperations = {
	"query.open": defineOperation({
		...live,
		description:
			"Open a live query: its result now, and what changes of it as notifications `query.patch` {id, patch} until it is closed.",
		params: liveQuerySchema,
		result: () => z.object({ id, result: z.custom<LiveQueryResult>() }),
		errors: ["invalidParameters", "tooManyRequests"],
	}),
	"query.update": defineOperation({
		...live,
		description:
			"Change a live query, as when its window moves; gives the patch to the new result.",
		params: () => liveQueryUpdateSchema().extend({ id }),
		result: () => z.custom<LiveQueryPatch>(),
		errors: ["noSuchObject", "invalidParameters"],
	}),
	"query.close": defineOperation({
		...live,
		description: "Close a live query.",
		params: () => z.strictObject({ id }),
		result: () => done,
		errors: ["noSuchObject"],
	}),
} as const;
