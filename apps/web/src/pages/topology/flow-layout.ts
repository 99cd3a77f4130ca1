import type {
	Topology,
	TopologyHost,
	TopologyNetwork,
	TopologyPool,
	TopologyVm,
} from "./model.ts";

/** What stands where on the map; positions are relative to the pool. */
export interface Placed<Item> {
	readonly item: Item;
	readonly x: number;
	readonly y: number;
}

export interface PlacedPool extends Placed<TopologyPool> {
	readonly width: number;
	readonly height: number;
	readonly networks: readonly Placed<TopologyNetwork>[];
	readonly hosts: readonly Placed<TopologyHost>[];
	readonly vms: readonly Placed<TopologyVm>[];
}

export const HOST_SIZE = { width: 190, height: 94 };
export const NETWORK_SIZE = { width: 190, height: 44 };
export const VM_SIZE = { width: 174, height: 44 };

const GAP = 26;
const VM_GAP = 4;
const PADDING = 20;
const TITLE = 34;
const BETWEEN = 70;
const POOL_GAP = 60;
const WIDEST_POOL = 8;
/** Pools fill rows until these are about as wide as a screen is to its height. */
const ROW_RATIO = 1.8;

export type VmsOfHost = ReadonlyMap<string, readonly TopologyVm[]>;

/** Networks in rows on top of each pool, below them its hosts as a grid, and
 *  below each expanded host its VMs. */
export function layOut(topology: Topology, vms: VmsOfHost): PlacedPool[] {
	const pools = topology.pools.map((pool) => layOutPool(pool, vms));
	const area = pools.reduce((sum, pool) => sum + pool.width * pool.height, 0);
	const rowWidth = Math.max(
		...pools.map(({ width }) => width),
		Math.sqrt(area) * ROW_RATIO,
	);
	let x = 0;
	let y = 0;
	let rowHeight = 0;
	return pools.map((pool) => {
		if (x > 0 && x + pool.width > rowWidth) {
			x = 0;
			y += rowHeight + POOL_GAP;
			rowHeight = 0;
		}
		const placed = { ...pool, x, y };
		x += pool.width + POOL_GAP;
		rowHeight = Math.max(rowHeight, pool.height);
		return placed;
	});
}

function layOutPool(pool: TopologyPool, vms: VmsOfHost): PlacedPool {
	const columns = Math.min(
		WIDEST_POOL,
		// Lines of networks in one row run behind no other network.
		Math.max(
			2,
			pool.networks.length,
			Math.ceil(Math.sqrt(pool.hosts.length * 1.5)),
		),
	);
	const columnX = (index: number) =>
		PADDING + (index % columns) * (HOST_SIZE.width + GAP);
	const innerWidth = columns * (HOST_SIZE.width + GAP) - GAP;
	const networks = pool.networks.map((item, index) => ({
		item,
		x: columnX(index),
		y:
			TITLE +
			PADDING +
			Math.floor(index / columns) * (NETWORK_SIZE.height + GAP / 2),
	}));
	const networkRows = Math.ceil(pool.networks.length / columns);
	let y =
		TITLE +
		PADDING +
		networkRows * (NETWORK_SIZE.height + GAP / 2) +
		(networkRows > 0 ? BETWEEN : 0);
	const hosts: Placed<TopologyHost>[] = [];
	const placedVms: Placed<TopologyVm>[] = [];
	for (let first = 0; first < pool.hosts.length; first += columns) {
		const row = pool.hosts.slice(first, first + columns);
		let tallest = 0;
		const share = innerWidth / Math.min(columns, pool.hosts.length);
		for (const [index, item] of row.entries()) {
			const x = PADDING + (index + 0.5) * share - HOST_SIZE.width / 2;
			hosts.push({ item, x, y });
			const below = stackVms(vms.get(item.id) ?? [], { x, y });
			placedVms.push(...below);
			tallest = Math.max(tallest, below.length);
		}
		y += HOST_SIZE.height + GAP + tallest * (VM_SIZE.height + VM_GAP);
	}
	return {
		item: pool,
		x: 0,
		y: 0,
		width: 2 * PADDING + innerWidth,
		height: y + PADDING - (pool.hosts.length > 0 ? GAP : 0),
		networks,
		hosts,
		vms: placedVms,
	};
}

function stackVms(
	vms: readonly TopologyVm[],
	host: { x: number; y: number },
): Placed<TopologyVm>[] {
	return vms.map((item, index) => ({
		item,
		x: host.x + HOST_SIZE.width - VM_SIZE.width,
		y: host.y + HOST_SIZE.height + VM_GAP + index * (VM_SIZE.height + VM_GAP),
	}));
}
