import type { XoObjectOf } from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Xapi } from "@xo/xapi";
import type { Call } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { xapiRefOf } from "../pools/refs.ts";

type Pbd = XoObjectOf<"PBD">;

export interface SrCall {
	readonly sr: XoObjectOf<"SR">;
	readonly xapi: Xapi;
	readonly objects: Pick<LiveObjects, "find">;
	readonly signal: AbortSignal;
	readonly task: Call["task"];
}

function pbdsOf({ sr, objects }: SrCall): Pbd[] {
	return sr.$PBDs.flatMap((id) => {
		const pbd = id === null ? undefined : objects.find(id);
		return pbd?.type === "PBD" ? [pbd] : [];
	});
}

/** Connects or disconnects all hosts, as far as it goes.
 *  @returns those that were changed
 *  @throws the first failure, when all were tried */
export async function plugAll(
	call: SrCall,
	verb: "plug" | "unplug",
): Promise<readonly Pbd[]> {
	const { xapi, signal } = call;
	const wanted = pbdsOf(call).filter(
		({ attached }) => attached === (verb === "unplug"),
	);
	const outcomes = await Promise.allSettled(
		wanted.map((pbd) =>
			xapi.callAsync(`PBD.${verb}`, [xapiRefOf(pbd, "PBD")], { signal }),
		),
	);
	const failure = outcomes.find(({ status }) => status === "rejected");
	if (failure?.status === "rejected") throw failure.reason;
	return wanted;
}

/** Does what an SR must be disconnected for; when it fails, the hosts are
 *  connected again. */
export async function withDisconnected(
	call: SrCall,
	work: () => Promise<unknown>,
): Promise<void> {
	const connected = pbdsOf(call).filter(({ attached }) => attached);
	try {
		await plugAll(call, "unplug");
		await work();
	} catch (error) {
		for (const pbd of connected) {
			await call.xapi
				.call("PBD.plug", xapiRefOf(pbd, "PBD"))
				.catch((cause: unknown) =>
					call.task?.warn(`cannot connect a host again: ${messageOf(cause)}`),
				);
		}
		throw error;
	}
}
