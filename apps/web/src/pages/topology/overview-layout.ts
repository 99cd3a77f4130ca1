import type { Topology, TopologyPool } from "./model.ts";

export interface OverviewNode {
	readonly id: string;
	readonly poolId: string;
	readonly kind: "pool" | "host" | "network";
	readonly label: string;
	readonly powerState: string | undefined;
	readonly x: number;
	readonly y: number;
	/** Radius in pixels. */
	readonly size: number;
}

export interface OverviewEdge {
	readonly source: string;
	readonly target: string;
}

const RING_STEP = 12;
const HOSTS_A_RING = 24;
const NETWORK_RING = 5;
const POOL_GAP = 9;

/** Every pool as a wheel: networks around its hub, hosts on the rim. `ratio`
 *  is the width of what it is drawn on by its height. */
export function layOutOverview(
	{ pools }: Topology,
	ratio = 1.6,
): {
	readonly nodes: OverviewNode[];
	readonly edges: OverviewEdge[];
} {
	const distance = Math.max(0, ...pools.map(radiusOf)) * 2 + POOL_GAP;
	const columns = Math.max(1, Math.ceil(Math.sqrt(pools.length * ratio)));
	const nodes: OverviewNode[] = [];
	const edges: OverviewEdge[] = [];
	for (const [index, pool] of pools.entries()) {
		const center = {
			x: (index % columns) * distance,
			y: -Math.floor(index / columns) * distance,
		};
		nodes.push(...wheelOf(pool, center));
		for (const host of pool.hosts) {
			for (const networkId of host.networkIds) {
				edges.push({ source: host.id, target: networkId });
			}
			if (host.networkIds.length === 0) {
				edges.push({ source: host.id, target: pool.id });
			}
		}
		for (const network of pool.networks) {
			edges.push({ source: network.id, target: pool.id });
		}
	}
	return { nodes, edges };
}

function radiusOf(pool: TopologyPool): number {
	return Math.max(1, Math.ceil(pool.hosts.length / HOSTS_A_RING)) * RING_STEP;
}

function wheelOf(
	pool: TopologyPool,
	center: { x: number; y: number },
): OverviewNode[] {
	const common = { poolId: pool.id, powerState: undefined };
	const networks = pool.networks.map((network, index) => ({
		...common,
		...around(center, NETWORK_RING, index / pool.networks.length),
		id: network.id,
		kind: "network" as const,
		label: network.name,
		size: 3,
	}));
	const hosts = pool.hosts.map((host, index) => {
		const ring = Math.floor(index / HOSTS_A_RING);
		const inRing = Math.min(
			HOSTS_A_RING,
			pool.hosts.length - ring * HOSTS_A_RING,
		);
		const turn = (index % HOSTS_A_RING) / inRing + ring / 7;
		return {
			poolId: pool.id,
			...around(center, (ring + 1) * RING_STEP, turn),
			id: host.id,
			kind: "host" as const,
			label: host.name,
			powerState: host.powerState,
			size: 4 + Math.min(4, Math.sqrt(host.vmCount) / 2),
		};
	});
	const hub = {
		...common,
		...center,
		id: pool.id,
		kind: "pool" as const,
		label: pool.name,
		size: 10,
	};
	return [hub, ...networks, ...hosts];
}

function around(
	{ x, y }: { x: number; y: number },
	radius: number,
	turn: number,
): { x: number; y: number } {
	const angle = turn * 2 * Math.PI;
	return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}
