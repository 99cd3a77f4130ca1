import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { errorText } from "../../calls/error-text.ts";

/** A task of the server, as REST shows it. Times in milliseconds. */
export interface ServerTask {
	readonly id: string;
	readonly start: number;
	readonly end?: number;
	readonly status: "pending" | "success" | "failure" | "interrupted";
	readonly properties: {
		readonly name?: string;
		readonly method?: string;
		/** 0 to 100. */
		readonly progress?: number;
	};
	readonly result?: unknown;
	readonly abortionRequestedAt?: number;
}

const URL = "/rest/v0/tasks";
const KEY = ["server-tasks"];
const BUSY_MS = 1_000;
const QUIET_MS = 5_000;

async function request(path: string, method = "GET"): Promise<Response> {
	const response = await fetch(URL + path, { method });
	if (response.ok) return response;
	const body: unknown = await response.json().catch(() => undefined);
	const { error } = (body ?? {}) as { readonly error?: unknown };
	throw new Error(typeof error === "string" ? error : response.statusText);
}

/** The latest tasks that the user may see, newest first. They come by REST
 *  alone: asked often while one runs. */
export function useServerTasks() {
	return useQuery({
		queryKey: KEY,
		queryFn: async () => {
			const response = await request("?fields=*");
			const tasks = (await response.json()) as readonly ServerTask[];
			return tasks.toSorted((a, b) => b.start - a.start);
		},
		refetchInterval: ({ state: { data } }) =>
			data?.some(({ status }) => status === "pending") ? BUSY_MS : QUIET_MS,
	});
}

/** Asks a running task to stop, or forgets one that has ended. */
export function useEndTask() {
	const queries = useQueryClient();
	const { t } = useTranslation();
	return useMutation({
		mutationFn: ({ id, status }: ServerTask) =>
			status === "pending"
				? request(`/${id}/actions/abort?sync=true`, "POST")
				: request(`/${id}`, "DELETE"),
		onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
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
