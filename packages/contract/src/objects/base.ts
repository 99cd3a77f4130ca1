import { z } from "zod";

/** Id of an object: its XAPI uuid, with the few exceptions of `xapiObject`. */
export const objectId = z.string();

/** Link to another object; absent when null or when its target is unknown. */
export const link = objectId.optional();

/** Links to other objects; a member whose target is unknown is null. */
export const links = z.array(objectId.nullable());

/** XAPI map of strings. */
export const stringMap = z.record(z.string(), z.string());

/** Instant in seconds since the Unix epoch, null when unset. */
export const timestamp = z
	.number()
	.nullable()
	.describe("Seconds since the Unix epoch, null when unset");

/** Instant in milliseconds since the Unix epoch. */
export const timestampMs = z
	.number()
	.describe("Milliseconds since the Unix epoch");

/** XAPI task (ref, or id for VMs) to the name of the operation it runs. */
export const currentOperations = stringMap.describe(
	"Running operations: task to name of the operation",
);

export const bytes = z.number().describe("Bytes");

/** What every object of a pool has, whatever its type. */
export function xapiObject<const T extends string>(type: T) {
	return {
		id: z
			.string()
			.describe(
				"XAPI uuid; pool uuid, '-' and uuid for a default template; opaque ref for a pool_patch",
			),
		type: z.literal(type),
		uuid: z.string().describe("XAPI uuid"),
		$pool: objectId.describe("Pool of the object"),
		$poolId: objectId.describe("Same as $pool").meta({ deprecated: true }),
		_xapiRef: z.string().describe("XAPI opaque reference"),
	};
}
