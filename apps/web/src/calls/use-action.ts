import { notifications } from "@mantine/notifications";
import {
	type UseMutationResult,
	useMutation,
	useQueryClient,
} from "@tanstack/react-query";
import type { CallParams, CallResult, MethodName } from "@xo/client";
import { useTranslation } from "react-i18next";
import { useSessionStore } from "../session/session-context.ts";
import { errorText } from "./error-text.ts";

interface ActionOptions<N extends MethodName> {
	/** Title of the message when it fails, already translated. */
	readonly failure?: string;
	/** Methods whose `useCall` results are no longer true afterwards. */
	readonly invalidates?: readonly MethodName[];
	readonly onSuccess?: (result: CallResult<N>, params: CallParams<N>) => void;
}

/** A call that changes something. A failure is told to the user by itself. */
export function useAction<N extends MethodName>(
	method: N,
	options: ActionOptions<N> = {},
): UseMutationResult<CallResult<N>, unknown, CallParams<N>> {
	const session = useSessionStore();
	const queries = useQueryClient();
	const { t } = useTranslation();
	return useMutation({
		mutationFn: (params: CallParams<N>) => session.call(method, params),
		onSuccess: async (result, params) => {
			options.onSuccess?.(result, params);
			for (const name of options.invalidates ?? []) {
				await queries.invalidateQueries({ queryKey: [name] });
			}
		},
		onError: (error) => {
			notifications.show({
				color: "vermilion",
				title: options.failure ?? t("error.actionFailed"),
				message: errorText(error, t),
				autoClose: 10_000,
			});
		},
	});
}
