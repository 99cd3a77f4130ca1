import {
	ApiError,
	type MissingPatch,
	missingPatchesSchema,
	type XoObjectOf,
} from "@xo/contract";
import type { Clock } from "@xo/std";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";

type Host = XoObjectOf<"host">;

/** Asking makes a host read its repositories, which takes it seconds. */
const REMEMBERED_MS = 10 * 60_000;
/** A repository that does not answer must not keep the whole pool waiting. */
const LONGEST_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** What hosts say about patches that they lack. */
export class MissingPatches {
	readonly #pools: PoolConnectionService;
	readonly #objects: Pick<LiveObjects, "ofType">;
	readonly #clock: Clock;
	readonly #timeoutMs: number;
	readonly #known = new Map<
		string,
		{ readonly at: number; readonly answer: Promise<readonly MissingPatch[]> }
	>();

	constructor(dependencies: {
		readonly pools: PoolConnectionService;
		readonly objects: Pick<LiveObjects, "ofType">;
		readonly clock: Clock;
		/** For one host. */
		readonly timeoutMs?: number;
	}) {
		this.#pools = dependencies.pools;
		this.#objects = dependencies.objects;
		this.#clock = dependencies.clock;
		this.#timeoutMs = dependencies.timeoutMs ?? LONGEST_MS;
	}

	/** @throws ApiError `hostOffline`; `notImplemented` for other products,
	 *  whose lists come from outside */
	async ofHost(host: Host): Promise<MissingPatch[]> {
		if (host.productBrand !== "XCP-ng") {
			throw new ApiError("notImplemented", {
				message: `patches are listed for XCP-ng only, and ${host.name_label} runs ${host.productBrand ?? "something else"}`,
			});
		}
		if (host.power_state !== "Running") {
			throw new ApiError("hostOffline", { data: { objectId: host.id } });
		}
		// It may have been updated, and restarted, since it was asked.
		const key = `${host.id} ${host.agentStartTime} ${host.startTime}`;
		const now = this.#clock.now();
		const known = this.#known.get(key);
		if (known !== undefined && now - known.at < REMEMBERED_MS) {
			return [...(await known.answer)];
		}
		const answer = this.#ask(host);
		this.#known.delete(key);
		this.#known.set(key, { at: now, answer });
		const [oldest] = this.#known.keys();
		if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) {
			this.#known.delete(oldest);
		}
		try {
			return [...(await answer)];
		} catch (error) {
			this.#known.delete(key);
			throw error;
		}
	}

	/** Of all running hosts, each patch once. */
	async ofPool(poolId: string): Promise<MissingPatch[]> {
		const hosts = [...this.#objects.ofType("host")].filter(
			({ $pool, power_state }) => $pool === poolId && power_state === "Running",
		);
		const lists = await Promise.all(hosts.map((host) => this.ofHost(host)));
		const byName = new Map<string, MissingPatch>();
		for (const patch of lists.flat()) {
			byName.set(`${patch.name} ${patch.version} ${patch.release}`, patch);
		}
		return [...byName.values()];
	}

	async #ask(host: Host): Promise<readonly MissingPatch[]> {
		const text = await this.#pools
			.xapiForRead(host)
			.callWith(
				"host.call_plugin",
				[xapiRefOf(host, "host"), "updater.py", "check_update", {}],
				{ timeoutMs: this.#timeoutMs },
			);
		let value: unknown;
		try {
			value = JSON.parse(text);
		} catch (cause) {
			throw unreadable(host, cause);
		}
		const parsed = missingPatchesSchema().safeParse(value);
		if (!parsed.success) throw unreadable(host, parsed.error);
		return parsed.data;
	}
}

function unreadable(host: Host, cause: unknown): ApiError {
	return new ApiError("operationFailed", {
		message: `cannot read what ${host.name_label} says about its patches`,
		data: { objectId: host.id, code: "UNREADABLE_PATCHES" },
		cause,
	});
}
