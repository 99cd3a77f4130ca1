import { useEffect, useState } from "react";
import { useSpareTime } from "../app/use-spare-time.ts";

type Filters = typeof import("./filters.ts");

let loaded: Filters | undefined;

/** The search language, which is as large as the rest of a list's page: it is
 *  there a while after the rows, or when it is needed. The server checks what
 *  comes before. */
export function useFilters(isNeeded: boolean): Filters | undefined {
	const [filters, setFilters] = useState(loaded);
	const isWanted = useSpareTime() || isNeeded;
	useEffect(() => {
		if (filters !== undefined || !isWanted) return;
		void import("./filters.ts").then((module) => {
			loaded = module;
			setFilters(module);
		});
	}, [filters, isWanted]);
	return filters;
}
