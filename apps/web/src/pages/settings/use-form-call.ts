import {
	type UseMutationResult,
	useMutation,
	useQueryClient,
} from "@tanstack/react-query";
import type { CallParams, CallResult, MethodName } from "@xo/client";
import { useSessionStore } from "../../session/session-context.ts";

/** A call that a form makes: its failure stands in the form. */
export function useFormCall<N extends MethodName>(
	method: N,
	options: {
		/** Methods whose `useCall` results are no longer true afterwards. */
		readonly invalidates: readonly MethodName[];
		readonly onSuccess?: (result: CallResult<N>) => void;
	},
): UseMutationResult<CallResult<N>, unknown, CallParams<N>> {
	const session = useSessionStore();
	const queries = useQueryClient();
	return useMutation({
		mutationFn: (params: CallParams<N>) => session.call(method, params),
		onSuccess: async (result) => {
			for (const name of options.invalidates) {
				await queries.invalidateQueries({ queryKey: [name] });
			}
			options.onSuccess?.(result);
		},
	});
}
