import { useComputedColorScheme } from "@mantine/core";
import Graph from "graphology";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import Sigma from "sigma";
import type { Topology } from "./model.ts";
import { layOutOverview, type OverviewNode } from "./overview-layout.ts";

interface OverviewMapProps {
	readonly topology: Topology;
	readonly focusId: string | undefined;
	readonly onOpenPool: (poolId: string) => void;
	/** Where the browser cannot draw it. */
	readonly onUnable: () => void;
}

const CLOSE = 0.15;
const LABEL_HEIGHT = 16;

/** Hundreds of hosts at once; a click opens the pool of what is clicked. */
export function OverviewMap(props: OverviewMapProps) {
	const { topology, focusId, onOpenPool, onUnable } = props;
	const { t } = useTranslation();
	const hostRef = useRef<HTMLDivElement>(null);
	const scheme = useComputedColorScheme("light");
	const [sigma, setSigma] = useState<Sigma>();

	useEffect(() => {
		const host = hostRef.current;
		if (host === null) return;
		const map = createMap(host, { onOpenPool, onUnable });
		setSigma(map);
		return () => map?.kill();
	}, [onOpenPool, onUnable]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew in another scheme
	useEffect(() => {
		const host = hostRef.current;
		if (sigma === undefined || host === null) return;
		const colors = readColors(host);
		sigma.setGraph(graphOf(topology, colors));
		sigma.setSetting("defaultEdgeColor", colors.edge);
	}, [sigma, topology, scheme]);

	useEffect(() => {
		const shown = focusId && sigma?.getNodeDisplayData(focusId);
		if (!shown || sigma === undefined) return;
		sigma.getCamera().setState({ x: shown.x, y: shown.y, ratio: CLOSE });
		sigma.getGraph().setNodeAttribute(focusId, "highlighted", true);
	}, [sigma, focusId]);

	return (
		<div
			ref={hostRef}
			role="img"
			aria-label={t("topology.overview", {
				pools: topology.pools.length,
				count: topology.hostCount,
			})}
			style={{ height: "100%" }}
		/>
	);
}

function createMap(
	host: HTMLElement,
	actions: Pick<OverviewMapProps, "onOpenPool" | "onUnable">,
): Sigma | undefined {
	try {
		const sigma = new Sigma(new Graph(), host, {
			labelFont: "Inter Variable, sans-serif",
			labelSize: 12,
			labelRenderedSizeThreshold: 9,
			defaultDrawNodeLabel: (context, data, settings) =>
				drawLabel(context, data, {
					font: `600 ${settings.labelSize}px ${settings.labelFont}`,
					...readColors(host),
				}),
			allowInvalidContainer: true,
		});
		sigma.on("clickNode", ({ node }) => {
			const poolId: unknown = sigma.getGraph().getNodeAttribute(node, "poolId");
			if (typeof poolId === "string") actions.onOpenPool(poolId);
		});
		return sigma;
	} catch {
		// Without WebGL nothing can be drawn: the list tells the same.
		actions.onUnable();
		return undefined;
	}
}

/** The name below its node, on a ground of its own: names stand amid lines. */
function drawLabel(
	context: CanvasRenderingContext2D,
	node: { x: number; y: number; size: number; label: string | null },
	look: { font: string; text: string; surface: string },
): void {
	if (node.label === null) return;
	context.font = look.font;
	const width = context.measureText(node.label).width + 8;
	const top = node.y + node.size + 3;
	context.fillStyle = look.surface;
	context.fillRect(node.x - width / 2, top, width, LABEL_HEIGHT);
	context.fillStyle = look.text;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.fillText(node.label, node.x, top + LABEL_HEIGHT / 2);
}

type Colors = ReturnType<typeof readColors>;

function readColors(element: Element) {
	const style = getComputedStyle(element);
	const read = (name: string, fallback: string) =>
		style.getPropertyValue(name).trim() || fallback;
	return {
		text: style.color,
		surface: read("--xo-surface-sunken", "#f4f6f8"),
		edge: read("--xo-line", "#dde2e8"),
		pool: read("--xo-tone-info", "#4338a8"),
		network: read("--xo-tone-active", "#1358b5"),
		running: read("--xo-tone-good", "#0b6b54"),
		down: read("--xo-tone-bad", "#b3321b"),
	};
}

function graphOf(topology: Topology, colors: Colors): Graph {
	const graph = new Graph();
	const { nodes, edges } = layOutOverview(topology);
	for (const node of nodes) {
		const { id, kind: _kind, ...attributes } = node;
		graph.addNode(id, { ...attributes, color: colorOf(node, colors) });
	}
	for (const { source, target } of edges) {
		graph.mergeEdge(source, target, { size: 1 });
	}
	return graph;
}

function colorOf({ kind, powerState }: OverviewNode, colors: Colors): string {
	if (kind !== "host") return colors[kind];
	return powerState === "Running" ? colors.running : colors.down;
}
