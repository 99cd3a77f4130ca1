import { useEffect, useState } from "react";

type Filters = typeof import("./filters.ts");

let loaded: Filters | undefined;

/** The search language, which is as large as the rest of a list's page: it is
 *  there a moment after the rows. The server checks what comes before. */
export function useFilters(): Filters | undefined {
	const [filters, setFilters] = useState(loaded);
	useEffect(() => {
		if (filters !== undefined) return;
		void import("./filters.ts").then((module) => {
			loaded = module;
			setFilters(module);
		});
	}, [filters]);
	return filters;
}
