import { expect, test } from "vitest";
import { HOST_SIZE, layOut, VM_SIZE } from "./flow-layout.ts";
import { buildTopology, buildVms } from "./model.ts";
import { layOutOverview } from "./overview-layout.ts";

const ROWS = {
	pools: [
		{ id: "p", type: "pool", name_label: "Paris" },
		{ id: "q", type: "pool", name_label: "" },
	],
	hosts: [
		{
			id: "h1",
			type: "host",
			name_label: "one",
			$pool: "p",
			power_state: "Running",
			PIFs: ["pif1", "pif2", "gone"],
		},
		{
			id: "h2",
			type: "host",
			name_label: "two",
			$pool: "p",
			power_state: "Halted",
			PIFs: ["pif3"],
		},
	],
	networks: [
		{
			id: "n1",
			type: "network",
			name_label: "LAN",
			$pool: "p",
			PIFs: ["pif1", "pif3"],
		},
		{
			id: "n2",
			type: "network",
			name_label: "SAN",
			$pool: "p",
			PIFs: ["pif2"],
		},
	],
	vmGroups: [
		{ id: '"h1"', key: "h1", count: 9, aggregates: [] },
		{ id: '"p"', key: "p", count: 3, aggregates: [] },
	],
};
const TOPOLOGY = buildTopology(ROWS);

test("hosts are attached where their interfaces are", () => {
	const [paris, empty] = TOPOLOGY.pools;
	expect(paris?.hosts.map(({ networkIds }) => networkIds)).toEqual([
		["n1", "n2"],
		["n1"],
	]);
	expect(paris?.hosts.map(({ vmCount }) => vmCount)).toEqual([9, 0]);
	expect(paris?.idleVmCount).toBe(3);
	expect(empty).toMatchObject({ name: "q", hosts: [], networks: [] });
});

test("VMs are attached where their VIFs are, once", () => {
	const vms = [
		{ id: "v", type: "VM", name_label: "web", power_state: "Running" },
	];
	const vifs = ["n1", "n1", "n2"].map(($network, index) => ({
		id: `vif${index}`,
		type: "VIF",
		$VM: "v",
		$network,
	}));
	expect(buildVms("h1", vms, vifs)).toEqual([
		{
			id: "v",
			name: "web",
			powerState: "Running",
			hostId: "h1",
			networkIds: ["n1", "n2"],
		},
	]);
});

test("nothing lies on anything else, and all of it in its pool", () => {
	const host = TOPOLOGY.pools[0]?.hosts[0];
	const many = {
		hostCount: 40,
		pools: [0, 1, 2].map((pool) => ({
			...TOPOLOGY.pools[0]!,
			id: `p${pool}`,
			hosts: Array.from({ length: 20 }, (_, index) => ({
				...host!,
				id: `p${pool}h${index}`,
			})),
		})),
	};
	const vms = Array.from({ length: 5 }, (_, index) => ({
		id: `v${index}`,
		name: "vm",
		powerState: "Running",
		hostId: "p0h3",
		networkIds: [],
	}));
	const pools = layOut(many, new Map([["p0h3", vms]]));
	for (const pool of pools) {
		const boxes = [
			...pool.hosts.map(({ x, y }) => ({ x, y, ...HOST_SIZE })),
			...pool.vms.map(({ x, y }) => ({ x, y, ...VM_SIZE })),
		];
		for (const [index, box] of boxes.entries()) {
			expect(box.x + box.width).toBeLessThanOrEqual(pool.width);
			expect(box.y + box.height).toBeLessThanOrEqual(pool.height);
			for (const other of boxes.slice(index + 1)) {
				expect(overlap(box, other)).toBe(false);
			}
		}
		for (const other of pools) {
			expect(other === pool || !overlap(pool, other)).toBe(true);
		}
	}
});

test("an overview has every host and network once", () => {
	const { nodes, edges } = layOutOverview(TOPOLOGY);
	expect(nodes.map(({ id }) => id).toSorted()).toEqual(
		["h1", "h2", "n1", "n2", "p", "q"].toSorted(),
	);
	const known = new Set(nodes.map(({ id }) => id));
	for (const { source, target } of edges) {
		expect(known.has(source) && known.has(target)).toBe(true);
	}
	expect(edges).toContainEqual({ source: "h1", target: "n2" });
});

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function overlap(a: Box, b: Box): boolean {
	return (
		a.x < b.x + b.width &&
		b.x < a.x + a.width &&
		a.y < b.y + b.height &&
		b.y < a.y + a.height
	);
}
