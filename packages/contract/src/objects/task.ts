import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	currentOperations,
	link,
	timestamp,
	timestampMs,
	xapiObject,
} from "./base.ts";

/** Task of a pool (XAPI), not to be confused with `taskSchema`. */
export const xapiTaskSchema = lazily(() =>
	z
		.object({
			...xapiObject("task"),
			$host: link,
			allowedOperations: z.array(z.string()),
			applies_to: z.string().optional().describe("Uuid of its object"),
			created: timestamp,
			finished: timestamp,
			current_operations: currentOperations,
			name_description: z.string(),
			name_label: z.string(),
			progress: z.number().describe("0 to 1"),
			result: z.string(),
			status: z.enum([
				"pending",
				"success",
				"failure",
				"cancelling",
				"cancelled",
			]),
			xapiRef: z.string(),
		})
		.meta({ id: "XoXapiTask" }),
);
export type XoXapiTask = Inferred<typeof xapiTaskSchema>;

const taskNote = lazily(() =>
	z.object({
		message: z.string(),
		data: z.unknown().optional(),
	}),
);

/** Task of the server itself: its calls, actions and jobs. */
export const taskSchema = lazily(() =>
	z
		.object({
			id: z.string(),
			start: timestampMs,
			end: timestampMs.optional(),
			updatedAt: timestampMs.optional(),
			status: z.enum(["pending", "success", "failure", "interrupted"]),
			properties: z.looseObject({
				name: z.string().optional(),
				type: z.string().optional(),
				method: z.string().optional(),
				objectId: z.string().optional(),
				objectType: z.string().optional(),
				params: z.unknown().optional(),
				progress: z.number().optional().describe("0 to 100"),
				userId: z.string().optional(),
			}),
			result: z.unknown().optional(),
			infos: z.array(taskNote()).optional(),
			warnings: z.array(taskNote()).optional(),
			get tasks() {
				return z.array(taskSchema()).optional();
			},
			abortionRequestedAt: timestampMs.optional(),
		})
		.meta({ id: "XoTask" }),
);
export type XoTask = Inferred<typeof taskSchema>;
