import type { LiveRow } from "@xo/contract";
import { useMemo } from "react";
import { withDefaults } from "../../live/live-store.ts";
import { useLiveQueries } from "../../live/use-live-queries.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import type { VmsOfHost } from "./flow-layout.ts";
import { buildTopology, buildVms, type Topology } from "./model.ts";

const MOST = 1_000;
const NO_ROWS: readonly LiveRow[] = [];
const MOST_VMS = 60;
const BY_NAME = [{ key: "name_label" }];

interface TopologyState {
	readonly topology: Topology | undefined;
	readonly error: unknown;
	readonly isStale: boolean;
}

/** Pools with their hosts and networks; of one pool or all. */
export function useTopology(poolId: string | undefined): TopologyState {
	const inPool = poolId === undefined ? "" : `$pool:"${poolId}"`;
	const pools = useLiveQuery({
		types: ["pool"],
		filter: poolId === undefined ? "" : `id:"${poolId}"`,
		sort: BY_NAME,
		fields: ["name_label"],
		window: { offset: 0, limit: MOST },
	});
	const hosts = useLiveQuery({
		types: ["host"],
		filter: inPool,
		sort: BY_NAME,
		fields: ["name_label", "$pool", "power_state", "PIFs"],
		window: { offset: 0, limit: MOST },
	});
	const networks = useLiveQuery({
		types: ["network"],
		filter: inPool,
		sort: BY_NAME,
		fields: ["name_label", "$pool", "PIFs"],
		window: { offset: 0, limit: MOST },
	});
	const vms = useLiveQuery({
		types: ["VM"],
		filter: inPool,
		groupBy: "$container",
		window: { offset: 0, limit: 0 },
	});
	const all = [pools, hosts, networks, vms];
	const poolRows = pools.result?.rows;
	const hostRows = hosts.result?.rows;
	const networkRows = networks.result?.rows;
	const vmGroups = vms.result?.groups;
	const topology = useMemo(() => {
		if (!poolRows || !hostRows || !networkRows || !vmGroups) return undefined;
		return buildTopology({
			pools: poolRows,
			hosts: hostRows,
			networks: networkRows,
			vmGroups,
		});
	}, [poolRows, hostRows, networkRows, vmGroups]);
	return {
		topology,
		error: all.find(({ status }) => status === "error")?.error,
		isStale: all.some(({ status }) => status === "stale"),
	};
}

/** The first VMs of each of these hosts. */
export function useVmsOfHosts(hostIds: readonly string[]): VmsOfHost {
	const vms = useLiveQueries(
		Object.fromEntries(
			hostIds.map((id) => [
				id,
				withDefaults({
					types: ["VM"],
					filter: `$container:"${id}"`,
					sort: BY_NAME,
					fields: ["name_label", "power_state"],
					window: { offset: 0, limit: MOST_VMS },
				}),
			]),
		),
	);
	const vifs = useLiveQueries(
		Object.fromEntries(
			hostIds.flatMap((id) => {
				const ids = vms.get(id)?.result?.rows.map((row) => row.id) ?? [];
				if (ids.length === 0) return [];
				const params = withDefaults({
					types: ["VIF"],
					filter: `$VM:|(${ids.join(" ")})`,
					fields: ["$VM", "$network"],
					window: { offset: 0, limit: MOST },
				});
				return [[id, params]];
			}),
		),
	);
	return useMemo(
		() =>
			new Map(
				[...vms].map(([id, { result }]) => [
					id,
					buildVms(
						id,
						result?.rows ?? NO_ROWS,
						vifs.get(id)?.result?.rows ?? NO_ROWS,
					),
				]),
			),
		[vms, vifs],
	);
}
