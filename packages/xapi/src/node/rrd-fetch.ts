import { nextTurn } from "@xo/std";
import { parseRrd } from "../common/rrd/parse-rrd.ts";
import { parseRrdUpdates } from "../common/rrd/parse-updates.ts";
import type { Rrd, RrdConsolidation, RrdUpdates } from "../common/rrd/types.ts";
import { XapiError } from "../common/xapi-error.ts";
import type { HttpHandlers } from "./http-handlers.ts";
import { readText } from "./read-body.ts";

/** Which recent statistics. */
export interface RrdUpdatesRequest {
	/** Ref or address of the host: each knows itself and the VMs on it. */
	readonly host: string;
	/** Unix seconds; negative: relative to the newest sample. */
	readonly start: number;
	/** All of them by default. */
	readonly cf?: RrdConsolidation;
	/** Seconds; the finest that reaches back to `start` by default. */
	readonly interval?: number;
	readonly includeHost?: boolean;
	/** All VMs on the host by default. */
	readonly vmUuid?: string;
	readonly signal?: AbortSignal;
}

const MAX_RRD_BYTES = 64 * 1024 ** 2;

export async function fetchRrdUpdates(
	handlers: HttpHandlers,
	request: RrdUpdatesRequest,
): Promise<RrdUpdates> {
	const { host, start, cf, interval, includeHost, vmUuid, signal } = request;
	const text = await fetchText(handlers, {
		host,
		path: "/rrd_updates",
		signal,
		query: {
			start: String(Math.floor(start)),
			cf,
			interval: interval === undefined ? undefined : String(interval),
			host: includeHost ? "true" : undefined,
			vm_uuid: vmUuid,
		},
	});
	await ownTurn();
	return parseRrdUpdates(text);
}

let lastTurn: Promise<void> = Promise.resolve();

/** Answers of many hosts come at once, and each takes milliseconds to read:
 *  whoever waits for something else comes in between. */
function ownTurn(): Promise<void> {
	lastTurn = lastTurn.then(nextTurn);
	return lastTurn;
}

export async function fetchRrd(
	handlers: HttpHandlers,
	request: RrdTextRequest,
): Promise<Rrd> {
	return parseRrd(await fetchText(handlers, request));
}

interface RrdTextRequest {
	readonly host: string | undefined;
	readonly path: "/rrd_updates" | "/host_rrd" | "/vm_rrd";
	readonly query: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal | undefined;
}

async function fetchText(
	handlers: HttpHandlers,
	{ host, path, query, signal }: RrdTextRequest,
): Promise<string> {
	const answer = await handlers.request("GET", {
		host,
		path,
		query: { ...query, json: "true" },
		headers: { accept: "application/json" },
		signal,
	});
	if (answer.status === 200) return readText(answer.body, MAX_RRD_BYTES);
	answer.body.destroy();
	throw new XapiError("HTTP_ERROR", { params: [String(answer.status), path] });
}
