import { isPlainObject } from "@xo/std";
import { XoConnectionError } from "./errors.ts";
import type { Notification } from "./rpc-connection.ts";
import type { XoClient } from "./xo-client.ts";

/** - `reset`: everything there is now; at first and after each reconnection.
 *  - `enter`: whole objects, new or changed, by id.
 *  - `exit`: ids of those that are gone, or no longer visible.
 *  - `error`: the server refused the list; the next connection tries again. */
export type ObjectsEvent =
	| { readonly type: "reset"; readonly objects: Record<string, unknown> }
	| { readonly type: "enter"; readonly items: Record<string, unknown> }
	| { readonly type: "exit"; readonly ids: readonly string[] }
	| { readonly type: "error"; readonly error: unknown };

/** Follows all objects that the user may view. Nothing is missed: changes that
 *  come while the list is on its way are told after it. Returns the way to
 *  stop. */
export function followObjects(
	client: XoClient,
	listener: (event: ObjectsEvent) => void,
): () => void {
	let load = 0;
	/** Where changes go: nowhere, into a buffer until the list is here, or on. */
	let changes: "dropped" | "told" | ObjectsEvent[] = "dropped";

	async function reload(): Promise<void> {
		const current = ++load;
		const buffer: ObjectsEvent[] = [];
		changes = buffer;
		try {
			const objects = await client.call("xo.getAllObjects", {});
			if (current !== load) return;
			changes = "told";
			listener({ type: "reset", objects });
			for (const event of buffer) listener(event);
		} catch (error) {
			if (current !== load) return;
			changes = "dropped";
			if (error instanceof XoConnectionError) return;
			listener({ type: "error", error });
		}
	}

	const detach = client.attach({
		onOpen: () => void reload(),
		onNotification(notification) {
			const event = toObjectsEvent(notification);
			if (event === undefined) return;
			if (changes === "told") listener(event);
			else if (changes !== "dropped") changes.push(event);
		},
	});
	return () => {
		load++;
		detach();
	};
}

function toObjectsEvent({
	method,
	params,
}: Notification): ObjectsEvent | undefined {
	if (method !== "all" || !isPlainObject(params)) return undefined;
	const { type, items } = params;
	if (!isPlainObject(items)) return undefined;
	return type === "exit"
		? { type, ids: Object.keys(items) }
		: { type: "enter", items };
}
