import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CallParams, CallResult, MethodName } from "@xo/client";
import { useSessionStore } from "../session/session-context.ts";

/** A read that no live query serves, asked once and again when the page comes
 *  back into view. For what lives in pools use `useLiveQuery`. */
export function useCall<N extends MethodName>(
	method: N,
	params?: CallParams<N>,
	options: {
		readonly isEnabled?: boolean;
		readonly refetchMs?: number;
	} = {},
): UseQueryResult<CallResult<N>> {
	const session = useSessionStore();
	return useQuery({
		queryKey: [method, params],
		queryFn: ({ signal }) => session.call(method, params, { signal }),
		enabled: options.isEnabled ?? true,
		refetchInterval: options.refetchMs ?? false,
	});
}
