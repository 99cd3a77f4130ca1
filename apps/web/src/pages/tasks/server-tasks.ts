import { notifications } from "@mantine/notifications";
import {
	experimental_streamedQuery as streamedQuery,
	useMutation,
	useQuery,
} from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { errorText } from "../../calls/error-text.ts";
import {
	applyChange,
	followTasks,
	requestTasks,
	type ServerTask,
	type TaskChange,
} from "./task-stream.ts";

const NONE: readonly ServerTask[] = [];
/** How long after its end the stream is opened anew. */
const REOPEN_MS = 2_000;

/** The latest tasks that the user may see, newest first, as they change. They
 *  come by REST alone. */
export function useServerTasks() {
	return useQuery({
		queryKey: ["server-tasks"],
		queryFn: streamedQuery({
			streamFn: ({ signal }) => followTasks(signal),
			refetchMode: "append",
			reducer: (tasks: readonly ServerTask[], change: TaskChange) =>
				applyChange(tasks, change),
			initialValue: NONE,
		}),
		refetchInterval: REOPEN_MS,
		refetchOnWindowFocus: false,
	});
}

/** Asks a running task to stop, or forgets one that has ended. */
export function useEndTask() {
	const { t } = useTranslation();
	return useMutation({
		mutationFn: ({ id, status }: ServerTask) =>
			status === "pending"
				? requestTasks(`/${id}/actions/abort?sync=true`, { method: "POST" })
				: requestTasks(`/${id}`, { method: "DELETE" }),
		onError: (error) =>
			notifications.show({
				color: "vermilion",
				title: t("error.actionFailed"),
				message: errorText(error, t),
				role: "alert",
			}),
	});
}

/** What went wrong, if anything. */
export function failureOf({ status, result }: ServerTask): string | undefined {
	if (status !== "failure") return undefined;
	const { message } = (result ?? {}) as { readonly message?: unknown };
	return typeof message === "string" ? message : JSON.stringify(result);
}
