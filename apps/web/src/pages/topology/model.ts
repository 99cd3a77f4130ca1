import type { LiveGroup, LiveRow } from "@xo/contract";
import { nameOf } from "../../objects/read-row.ts";

/** Who is attached to what. */
export interface Topology {
	readonly pools: readonly TopologyPool[];
	readonly hostCount: number;
}

export interface TopologyPool {
	readonly id: string;
	readonly name: string;
	readonly hosts: readonly TopologyHost[];
	readonly networks: readonly TopologyNetwork[];
	/** VMs that no host runs. */
	readonly idleVmCount: number;
}

export interface TopologyHost {
	readonly id: string;
	readonly name: string;
	readonly powerState: string;
	readonly vmCount: number;
	/** Networks that its interfaces are on. */
	readonly networkIds: readonly string[];
}

export interface TopologyNetwork {
	readonly id: string;
	readonly name: string;
}

export interface TopologyVm {
	readonly id: string;
	readonly name: string;
	readonly powerState: string;
	readonly hostId: string;
	readonly networkIds: readonly string[];
}

interface TopologyRows {
	readonly pools: readonly LiveRow[];
	readonly hosts: readonly LiveRow[];
	readonly networks: readonly LiveRow[];
	/** VMs by their container: a host, or a pool for those that do not run. */
	readonly vmGroups: readonly LiveGroup[];
}

export function buildTopology(rows: TopologyRows): Topology {
	const vmCounts = new Map(rows.vmGroups.map(({ key, count }) => [key, count]));
	const networkOfPif = new Map<string, string>();
	for (const network of rows.networks) {
		for (const pif of textsOf(network.PIFs)) networkOfPif.set(pif, network.id);
	}
	const hosts = Map.groupBy(rows.hosts, ({ $pool }) => $pool);
	const networks = Map.groupBy(rows.networks, ({ $pool }) => $pool);
	return {
		hostCount: rows.hosts.length,
		pools: rows.pools.map((pool) => ({
			id: pool.id,
			name: nameOf(pool),
			idleVmCount: vmCounts.get(pool.id) ?? 0,
			networks: (networks.get(pool.id) ?? []).map((network) => ({
				id: network.id,
				name: nameOf(network),
			})),
			hosts: (hosts.get(pool.id) ?? []).map((host) => ({
				id: host.id,
				name: nameOf(host),
				powerState: String(host.power_state),
				vmCount: vmCounts.get(host.id) ?? 0,
				networkIds: distinct(
					textsOf(host.PIFs).map((pif) => networkOfPif.get(pif)),
				),
			})),
		})),
	};
}

/** The VMs of a host with the networks of their VIFs. */
export function buildVms(
	hostId: string,
	vms: readonly LiveRow[],
	vifs: readonly LiveRow[],
): TopologyVm[] {
	const vifsOfVm = Map.groupBy(vifs, ({ $VM }) => $VM);
	return vms.map((vm) => ({
		id: vm.id,
		name: nameOf(vm),
		powerState: String(vm.power_state),
		hostId,
		networkIds: distinct(
			(vifsOfVm.get(vm.id) ?? []).map(({ $network }) =>
				typeof $network === "string" ? $network : undefined,
			),
		),
	}));
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((item) => typeof item === "string")
		: [];
}

function distinct(ids: readonly (string | undefined)[]): string[] {
	return [...new Set(ids)].filter((id) => id !== undefined);
}
