import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { CallParams, CallResult } from "@xo/client";
import { useSessionStore } from "../session/session-context.ts";
import { rangeOf, type StatsRange } from "./ranges.ts";

/** The range that the address names. */
export function useStatsRange(): StatsRange {
	const search: Readonly<Record<string, unknown>> = useSearch({
		strict: false,
	});
	return rangeOf(search.range);
}

type StatsMethod = "vm.stats" | "host.stats" | "sr.stats" | "pool.stats";

/** Statistics, asked anew whenever there may be a new value. */
export function useStats<N extends StatsMethod>(
	method: N,
	id: string,
	range: StatsRange,
) {
	const session = useSessionStore();
	const { granularity } = range;
	const params = (method === "host.stats"
		? { host: id, granularity }
		: { id, granularity }) as unknown as CallParams<N>;
	return useQuery<CallResult<N>>({
		queryKey: [method, params],
		queryFn: ({ signal }) => session.call(method, params, { signal }),
		refetchInterval: range.refetchMs,
		retry: false,
	});
}
