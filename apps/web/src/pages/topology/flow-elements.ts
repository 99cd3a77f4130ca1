import type { Edge, Node } from "@xyflow/react";
import {
	HOST_SIZE,
	NETWORK_SIZE,
	type PlacedPool,
	VM_SIZE,
} from "./flow-layout.ts";
import type {
	TopologyHost,
	TopologyNetwork,
	TopologyPool,
	TopologyVm,
} from "./model.ts";

interface Choices {
	readonly expanded: readonly string[];
	readonly onToggle: (hostId: string) => void;
	readonly focusId: string | undefined;
}

interface Marked {
	readonly isFocused: boolean;
	readonly [key: string]: unknown;
}

export type PoolFlowNode = Node<Marked & { pool: TopologyPool }, "pool">;
export type HostFlowNode = Node<
	Marked & { host: TopologyHost; isExpanded: boolean; onToggle: () => void },
	"host"
>;
export type NetworkFlowNode = Node<
	Marked & { network: TopologyNetwork },
	"network"
>;
export type VmFlowNode = Node<Marked & { vm: TopologyVm }, "vm">;
type FlowNode = PoolFlowNode | HostFlowNode | NetworkFlowNode | VmFlowNode;

export function nodesOf(
	pools: readonly PlacedPool[],
	{ expanded, onToggle, focusId }: Choices,
): FlowNode[] {
	const isFocused = (id: string) => id === focusId;
	return pools.flatMap((pool): FlowNode[] => {
		const parentId = pool.item.id;
		return [
			{
				id: parentId,
				type: "pool",
				position: { x: pool.x, y: pool.y },
				width: pool.width,
				height: pool.height,
				selectable: false,
				data: { pool: pool.item, isFocused: isFocused(parentId) },
			},
			...pool.networks.map(
				({ item, x, y }): NetworkFlowNode => ({
					id: item.id,
					type: "network",
					parentId,
					position: { x, y },
					...NETWORK_SIZE,
					data: { network: item, isFocused: isFocused(item.id) },
				}),
			),
			...pool.hosts.map(
				({ item, x, y }): HostFlowNode => ({
					id: item.id,
					type: "host",
					parentId,
					position: { x, y },
					...HOST_SIZE,
					data: {
						host: item,
						isFocused: isFocused(item.id),
						isExpanded: expanded.includes(item.id),
						onToggle: () => onToggle(item.id),
					},
				}),
			),
			...pool.vms.map(
				({ item, x, y }): VmFlowNode => ({
					id: item.id,
					type: "vm",
					parentId,
					position: { x, y },
					...VM_SIZE,
					data: { vm: item, isFocused: isFocused(item.id) },
				}),
			),
		];
	});
}

/** Lines from networks to hosts; those of VMs only while they are marked: all
 *  at once would hide the map. */
export function edgesOf(
	pools: readonly PlacedPool[],
	markedId: string | undefined,
): Edge[] {
	return pools.flatMap(({ hosts, vms }) => [
		...hosts.flatMap(({ item }) =>
			item.networkIds.map((networkId) => edgeOf(networkId, item.id, markedId)),
		),
		...vms.flatMap(({ item }) =>
			item.networkIds
				.filter((networkId) => markedId === item.id || markedId === networkId)
				.map((networkId) => edgeOf(networkId, item.id, markedId)),
		),
	]);
}

function edgeOf(
	source: string,
	target: string,
	markedId: string | undefined,
): Edge {
	const isMarked = source === markedId || target === markedId;
	return {
		id: `${source} ${target}`,
		source,
		target,
		className: isMarked ? "xo-edge-marked" : "xo-edge",
	};
}
