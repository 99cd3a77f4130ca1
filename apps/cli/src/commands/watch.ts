import { once } from "node:events";
import type { ClientState, Notification } from "@xo/client";
import { createDeferred, messageOf } from "@xo/std";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { type Outcome, toJson } from "../output/format.ts";
import { colour, plain } from "../output/style.ts";
import { notificationLines } from "./notification-lines.ts";

/** What may wait for a slow reader of our output. */
const MOST_WAITING_BYTES = 256 * 2 ** 20;

/** Prints notifications until interrupted, then how many there were. */
export async function watch(
	context: Context,
	{ ndjson }: { readonly ndjson: boolean },
): Promise<Outcome> {
	const { stdout } = context.process;
	const counts = new Map<string, number>();
	const ended = createDeferred();
	await using client = await context.connect();
	client.on("notification", (notification) => {
		const { method } = notification;
		counts.set(method, (counts.get(method) ?? 0) + 1);
		stdout.write(toText(context, notification, ndjson));
		if (stdout.writableLength > MOST_WAITING_BYTES) {
			ended.reject(new CliError("too-slow", "the output is read too slowly"));
		}
	});
	client.on("state", (state) => onState(context, state, ended.reject));
	void once(context.process, "SIGINT").then(() => ended.resolve());
	void once(context.process, "SIGTERM").then(() => ended.resolve());
	await ended.promise;
	for (const [method, count] of counts) context.say(`${method}: ${count}`);
	return { kind: "none" };
}

function onState(
	context: Context,
	state: ClientState,
	fail: (error: unknown) => void,
): void {
	if (state.status === "waiting") {
		const seconds = Math.ceil(state.delayMs / 1000);
		context.say(`${messageOf(state.error)}; next attempt in ${seconds} s`);
	} else if (state.status === "open") {
		context.say("connected again: changes in between are not shown");
	} else if (state.status === "closed" && state.error !== undefined) {
		fail(state.error);
	}
}

function toText(
	{ screen }: Context,
	notification: Notification,
	ndjson: boolean,
): string {
	const { method, params } = notification;
	if (ndjson) return `${toJson({ method, params })}\n`;
	if (!screen.isTerminal) return `${method} ${toJson(params)}\n`;
	const paint = screen.hasColours ? colour : plain;
	return notificationLines(notification, new Date(), paint);
}
