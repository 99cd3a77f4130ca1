import type { LiveRow, XoHost } from "@xo/contract";
import { type Mover, type Refusal, whyNotReceive } from "@xo/rules";
import { useMemo } from "react";
import { useLiveQuery } from "../../live/use-live-query.ts";

const MOST_HOSTS = 1_000;

/** A host as a place to move to. */
export interface Receiver {
	readonly id: string;
	readonly name: string;
	readonly poolId: string;
	readonly poolName: string;
	/** Bytes. */
	readonly freeMemory: number;
	readonly refusal: Refusal | undefined;
	/** Why it cannot take them with no disk to move: they may be there. */
	readonly refusalOfStay: Refusal | undefined;
}

function numberIn(row: LiveRow, key: string): number {
	const value = row[key];
	return typeof value === "number" ? value : 0;
}

function toHost(row: LiveRow) {
	return {
		id: row.id,
		$pool: String(row.$pool),
		power_state: row.power_state as XoHost["power_state"],
		enabled: row.enabled === true,
		memory: {
			size: numberIn(row, "memory.size"),
			usage: numberIn(row, "memory.usage"),
		},
		...(typeof row.version === "string" ? { version: row.version } : {}),
	};
}

/** Every host that the user sees, with why it cannot take these VMs; those of
 *  the VMs' own pools first. Undefined while it is not known. */
export function useReceivers(
	vms: readonly LiveRow[],
): readonly Receiver[] | undefined {
	const window = { offset: 0, limit: MOST_HOSTS };
	const hosts = useLiveQuery({
		types: ["host"],
		fields: [
			"name_label",
			"$pool",
			"power_state",
			"enabled",
			"memory.size",
			"memory.usage",
			"version",
		],
		sort: [{ key: "name_label" }],
		window,
	}).result;
	const pools = useLiveQuery({
		types: ["pool"],
		fields: ["name_label"],
		sort: [{ key: "name_label" }],
		window,
	}).result;
	return useMemo(() => {
		if (hosts === undefined || pools === undefined) return undefined;
		const versions = new Map(hosts.rows.map((row) => [row.id, row.version]));
		const movers = vms.map((row): Mover => {
			const version = versions.get(String(row.$container));
			return {
				$pool: String(row.$pool),
				$container: String(row.$container),
				power_state: String(row.power_state),
				memorySize: numberIn(row, "memory.size"),
				...(typeof version === "string" ? { hostVersion: version } : {}),
			};
		});
		const own = new Set(movers.map(({ $pool }) => $pool));
		const names = new Map(
			pools.rows.map((row) => [row.id, String(row.name_label)]),
		);
		const all = hosts.rows.map((row): Receiver => {
			const host = toHost(row);
			return {
				id: row.id,
				name: String(row.name_label),
				poolId: host.$pool,
				poolName: names.get(host.$pool) ?? "",
				freeMemory: Math.max(0, host.memory.size - host.memory.usage),
				refusal: whyNotReceive(host, movers, { movesDisks: true }),
				refusalOfStay: whyNotReceive(host, movers),
			};
		});
		const order = ({ poolId, poolName }: Receiver) =>
			`${own.has(poolId) ? 0 : 1}${poolName}`;
		return all.toSorted((a, b) => order(a).localeCompare(order(b)));
	}, [hosts, pools, vms]);
}
