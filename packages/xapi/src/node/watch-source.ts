import { isPlainObject } from "@xo/std";
import { datamodel } from "@xo/xapi-wire";
import { eachRecord } from "../common/each-record.ts";
import { classOfListing } from "../common/signatures.ts";
import type { WatchSource } from "../common/watcher.ts";
import { hasCode, XapiError } from "../common/xapi-error.ts";
import type { PoolLink } from "./pool-link.ts";

/** Longest wait for the first byte of anything else. */
const ANSWER_TIMEOUT_MS = 60_000;

/** The calls of the watcher. They fail at once, for it recovers by itself. */
export function createWatchSource(
	{ invoker, sessions }: PoolLink,
	eventGraceMs: number,
): WatchSource {
	const once = { canRetry: false, timeoutMs: ANSWER_TIMEOUT_MS };
	return {
		async connect() {
			await sessions.acquire();
		},

		disconnect() {
			if (sessions.current !== undefined) sessions.drop(sessions.current);
		},

		async startToken() {
			const { poolRef } = await sessions.acquire();
			const params = ["pool", poolRef];
			return String(await invoker.invoke("event.inject", params, once));
		},

		async listClasses() {
			try {
				const methods = await invoker.invoke("system.listMethods", [], {
					...once,
					hasSession: false,
				});
				const listed = (Array.isArray(methods) ? methods : []).flatMap(
					(method) => {
						const name = String(method);
						const className = classOfListing(name);
						return name.endsWith("_where") || className === undefined
							? []
							: [className];
					},
				);
				if (listed.length > 0) return listed;
			} catch (error) {
				if (!hasCode(error, "MESSAGE_METHOD_UNKNOWN")) throw error;
			}
			return [...datamodel.classes.values()]
				.filter((model) =>
					model.messages.some((message) => message.name === "get_all_records"),
				)
				.map((model) => model.name);
		},

		async listRecords(className, { onRecord, signal }) {
			await invoker.invoke(`${className}.get_all_records`, [], {
				...once,
				signal,
				split: {
					path: [],
					onMembers: (members) => eachRecord(members, onRecord),
				},
			});
		},

		async events({ classes, token, timeoutSeconds, onEvents }) {
			const params = [classes, token, timeoutSeconds];
			const result = await invoker.invoke("event.from", params, {
				canRetry: false,
				lane: "events",
				timeoutMs: timeoutSeconds * 1000 + eventGraceMs,
				split: {
					path: ["events"],
					onMembers: (events) => {
						if (Array.isArray(events)) onEvents(events);
					},
				},
			});
			if (!isPlainObject(result) || typeof result.token !== "string") {
				throw new XapiError("PROTOCOL_ERROR", { params: ["no event batch"] });
			}
			const counts = result.valid_ref_counts;
			return {
				token: result.token,
				counts: isPlainObject(counts) ? counts : {},
			};
		},
	};
}
