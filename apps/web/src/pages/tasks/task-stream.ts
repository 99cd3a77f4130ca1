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

/** What became of the tasks: all of them at first, then each change. */
export type TaskChange =
	| readonly ["all", readonly ServerTask[]]
	| readonly ["update", ServerTask]
	| readonly ["remove", { readonly id: string }];

const TASKS_URL = "/rest/v0/tasks";

/** @throws Error with what the server said */
export async function requestTasks(
	path: string,
	init: RequestInit = {},
): Promise<Response> {
	const response = await fetch(TASKS_URL + path, init);
	if (response.ok) return response;
	const body: unknown = await response.json().catch(() => undefined);
	const { error } = (body ?? {}) as { readonly error?: unknown };
	throw new Error(typeof error === "string" ? error : response.statusText);
}

/** The tasks that the user may see, and what becomes of them, as it happens.
 *  Ends when the server ends it. */
export async function* followTasks(
	signal: AbortSignal,
): AsyncGenerator<TaskChange> {
	// Changes are followed before all is read, so that none is missed.
	const { body } = await requestTasks("?watch=true&ndjson=true&fields=*", {
		signal,
	});
	const all = await requestTasks("?fields=*", { signal });
	yield ["all", (await all.json()) as readonly ServerTask[]];
	if (body === null) return;
	for await (const line of linesOf(body)) {
		yield JSON.parse(line) as TaskChange;
	}
}

async function* linesOf(
	body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		const lines = (rest + value).split("\n");
		rest = lines.pop() ?? "";
		yield* lines.filter((line) => line !== "");
	}
}

/** The tasks after a change, newest first. */
export function applyChange(
	tasks: readonly ServerTask[],
	[kind, what]: TaskChange,
): readonly ServerTask[] {
	if (kind === "all") return what.toSorted((a, b) => b.start - a.start);
	const index = tasks.findIndex(({ id }) => id === what.id);
	if (kind === "remove") return index < 0 ? tasks : tasks.toSpliced(index, 1);
	if (index >= 0) return tasks.with(index, what);
	return [what, ...tasks].toSorted((a, b) => b.start - a.start);
}
