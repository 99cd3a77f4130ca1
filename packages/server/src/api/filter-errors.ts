import { ApiError } from "@xo/contract";
import { FilterError, PatternError } from "@xo/filter";

/** Runs `work`; a search text that cannot be understood is the caller's error,
 *  with its column and what is wrong there. */
export function withFilterErrors<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof FilterError) {
			throw new ApiError("invalidParameters", {
				message: `invalid filter: ${error.message}`,
				data: {
					column: error.column,
					filter: error.text,
					problem: error.problem,
				},
			});
		}
		if (error instanceof PatternError) {
			throw new ApiError("invalidParameters", {
				message: `invalid pattern: ${error.message}`,
				data: {},
			});
		}
		throw error;
	}
}
