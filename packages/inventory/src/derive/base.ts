import type { Context } from "../context.ts";
import { uuidOf } from "../identity.ts";
import type { XapiRecord } from "../records.ts";

/** The properties that every object has. */
export function base<const T extends string>(
	type: T,
	record: XapiRecord,
	context: Context,
) {
	const { poolId, ref } = context;
	const uuid = uuidOf(record, ref);
	return {
		id: uuid,
		type,
		uuid,
		$pool: poolId,
		$poolId: poolId,
		_xapiRef: ref,
	};
}
