import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { timestamp, timestampMs, xapiObject } from "./base.ts";

export const messageSchema = lazily(() =>
	z
		.object({
			...xapiObject("message"),
			$object: z.string().describe("Uuid of its object, which may be gone"),
			body: z.string(),
			name: z.string(),
			time: timestamp,
		})
		.meta({ id: "XoMessage" }),
);
export type XoMessage = Inferred<typeof messageSchema>;

const alarmShape = lazily(() => {
	const { $object: _, ...shape } = messageSchema().shape;
	return shape;
});

/** A message that warns, as REST shows it. */
export const alarmSchema = lazily(() =>
	z
		.object({
			...alarmShape(),
			time: timestampMs.nullable(),
			body: z.object({
				name: z.string().describe("Watched variable, or the whole body"),
				value: z.string().optional().describe("Percentage, one decimal"),
			}),
			object: z.object({
				type: z.string(),
				uuid: z.string(),
				href: z.string().optional(),
			}),
		})
		.meta({ id: "XoAlarm" }),
);
export type XoAlarm = Inferred<typeof alarmSchema>;
