import "@xyflow/react/dist/style.css";
import { useComputedColorScheme } from "@mantine/core";
import {
	Background,
	Controls,
	ReactFlow,
	ReactFlowProvider,
	useReactFlow,
} from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { edgesOf, nodesOf } from "./flow-elements.ts";
import { layOut, type VmsOfHost } from "./flow-layout.ts";
import { HostNode, NetworkNode, PoolNode, VmNode } from "./flow-nodes.tsx";
import type { Topology } from "./model.ts";

const NODE_TYPES = {
	pool: PoolNode,
	host: HostNode,
	network: NetworkNode,
	vm: VmNode,
};
const CLOSEST = 1.2;
const LEGIBLE = 0.6;

interface FlowMapProps {
	readonly topology: Topology;
	readonly vms: VmsOfHost;
	readonly expanded: readonly string[];
	readonly onToggle: (hostId: string) => void;
	/** What to bring into view. */
	readonly focusId: string | undefined;
}

/** Pools as boxes with networks, hosts and the VMs of expanded hosts. */
export function FlowMap(props: FlowMapProps) {
	return (
		<ReactFlowProvider>
			<Flow {...props} />
		</ReactFlowProvider>
	);
}

function Flow(props: FlowMapProps) {
	const { topology, vms, expanded, onToggle, focusId } = props;
	const { t } = useTranslation();
	const colorMode = useComputedColorScheme("light");
	const [hovered, setHovered] = useState<string>();
	const pools = useMemo(() => layOut(topology, vms), [topology, vms]);
	const nodes = useMemo(
		() => nodesOf(pools, { expanded, onToggle, focusId }),
		[pools, expanded, onToggle, focusId],
	);
	const marked = hovered ?? focusId;
	const edges = useMemo(() => edgesOf(pools, marked), [pools, marked]);
	useFocus(
		focusId,
		nodes.some(({ id }) => id === focusId),
	);
	return (
		<ReactFlow
			nodes={nodes}
			edges={edges}
			nodeTypes={NODE_TYPES}
			colorMode={colorMode}
			nodesDraggable={false}
			nodesConnectable={false}
			edgesFocusable={false}
			nodesFocusable={false}
			onlyRenderVisibleElements
			fitView
			fitViewOptions={{ minZoom: LEGIBLE, maxZoom: CLOSEST }}
			minZoom={0.05}
			onNodeMouseEnter={(_, { id }) => setHovered(id)}
			onNodeMouseLeave={() => setHovered(undefined)}
			aria-label={t("topology.map")}
			ariaLabelConfig={{
				"controls.ariaLabel": t("topology.controls"),
				"controls.zoomIn.ariaLabel": t("topology.zoomIn"),
				"controls.zoomOut.ariaLabel": t("topology.zoomOut"),
				"controls.fitView.ariaLabel": t("topology.fitView"),
			}}
		>
			<Background />
			<Controls showInteractive={false} />
		</ReactFlow>
	);
}

/** Moves the map to what was searched for, once it is there. */
function useFocus(focusId: string | undefined, isThere: boolean): void {
	const flow = useReactFlow();
	useEffect(() => {
		if (focusId === undefined || !isThere) return;
		void flow.fitView({ nodes: [{ id: focusId }], maxZoom: CLOSEST });
	}, [flow, focusId, isThere]);
}
