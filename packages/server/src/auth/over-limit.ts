import { ApiError } from "@xo/contract";

/** Refuses more than the configuration lets a user store.
 *  @throws ApiError `forbiddenOperation`, naming the limit and its key */
export function requireWithin(quota: {
	/** As in `create a token`. */
	readonly operation: string;
	readonly wanted: number;
	readonly limit: number;
	/** `tokens`, `bytes of preferences` */
	readonly unit: string;
	/** Of the configuration. */
	readonly key: string;
	readonly hint: string;
}): void {
	const { operation, wanted, limit, unit, key, hint } = quota;
	if (wanted <= limit) return;
	throw new ApiError("forbiddenOperation", {
		message: `a user may have at most ${limit} ${unit} (${key} of the configuration); this would be ${wanted}: ${hint}`,
		data: { operation, reason: `more than ${limit} ${unit}`, limit, key },
	});
}
