import { ActionIcon, Group, Text, useComputedColorScheme } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import Graph from "graphology";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import Sigma from "sigma";
import { toneVariable } from "../../theme/tokens.ts";
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
const ZOOM_MS = 150;
const ZOOMS = [
	{ way: "animatedZoom", label: "topology.zoomIn", icon: IconPlus },
	{ way: "animatedUnzoom", label: "topology.zoomOut", icon: IconMinus },
	{ way: "animatedReset", label: "topology.fitView", icon: IconMaximize },
] as const;
const KINDS = [
	{ label: "topology.kind.pool", tone: "info", size: 14 },
	{ label: "topology.kind.network", tone: "active", size: 7 },
	{ label: "topology.kind.host", tone: "good", size: 10 },
	{ label: "topology.kind.hostDown", tone: "bad", size: 10 },
] as const;
const LABEL_HEIGHT = 16;

/** Hundreds of hosts at once; a click opens the pool of what is clicked. */
export function OverviewMap(props: OverviewMapProps) {
	const { topology, focusId, onOpenPool, onUnable } = props;
	const { t } = useTranslation();
	const hostRef = useRef<HTMLDivElement>(null);
	const colorsRef = useRef<Colors>(null);
	const scheme = useComputedColorScheme("light");
	const [sigma, setSigma] = useState<Sigma>();
	const [hovered, setHovered] = useState<string>();

	useEffect(() => {
		const host = hostRef.current;
		if (host === null) return;
		const map = createMap(host, {
			onOpenPool,
			onUnable,
			onHover: setHovered,
			colors: () => (colorsRef.current ??= readColors(host)),
		});
		setSigma(map);
		return () => map?.kill();
	}, [onOpenPool, onUnable]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew in another scheme
	useEffect(() => {
		const host = hostRef.current;
		if (sigma === undefined || host === null) return;
		const colors = readColors(host);
		colorsRef.current = colors;
		const ratio = host.clientWidth / Math.max(1, host.clientHeight);
		sigma.setGraph(graphOf(layOutOverview(topology, ratio), colors));
		sigma.setSetting("defaultEdgeColor", colors.edge);
	}, [sigma, topology, scheme]);

	useEffect(() => {
		const shown = focusId && sigma?.getNodeDisplayData(focusId);
		if (!shown || sigma === undefined) return;
		sigma.getCamera().setState({ x: shown.x, y: shown.y, ratio: CLOSE });
	}, [sigma, focusId]);

	useEffect(() => {
		if (sigma !== undefined) mark(sigma, hovered ?? focusId);
	}, [sigma, hovered, focusId]);

	const zoom = (way: "animatedZoom" | "animatedUnzoom" | "animatedReset") =>
		void sigma?.getCamera()[way]({ duration: ZOOM_MS });
	return (
		<div className="xo-topology-overview">
			<div
				ref={hostRef}
				role="img"
				aria-label={t("topology.overview", {
					pools: topology.pools.length,
					count: topology.hostCount,
				})}
				style={{ height: "100%" }}
			/>
			<ActionIcon.Group
				orientation="vertical"
				className="xo-topology-zoom"
				aria-label={t("topology.controls")}
			>
				{ZOOMS.map(({ way, label, icon: ZoomIcon }) => (
					<ActionIcon
						key={way}
						size="lg"
						variant="default"
						aria-label={t(label)}
						onClick={() => zoom(way)}
					>
						<ZoomIcon size={16} aria-hidden />
					</ActionIcon>
				))}
			</ActionIcon.Group>
			<Legend />
		</div>
	);
}

/** What the dots are. Those of hosts that do not run have their names too. */
function Legend() {
	const { t } = useTranslation();
	return (
		<Group component="ul" gap="sm" className="xo-topology-legend">
			{KINDS.map(({ label, tone, size }) => (
				<Group component="li" key={label} gap={6} wrap="nowrap">
					<span
						aria-hidden
						style={{
							width: size,
							height: size,
							borderRadius: "50%",
							background: toneVariable(tone),
						}}
					/>
					<Text size="xs">{t(label)}</Text>
				</Group>
			))}
		</Group>
	);
}

function createMap(
	host: HTMLElement,
	actions: Pick<OverviewMapProps, "onOpenPool" | "onUnable"> & {
		readonly onHover: (id: string | undefined) => void;
		readonly colors: () => Colors;
	},
): Sigma | undefined {
	try {
		const sigma = new Sigma(new Graph(), host, {
			labelFont: "Inter Variable, sans-serif",
			labelSize: 12,
			labelRenderedSizeThreshold: 9,
			defaultDrawNodeLabel: (context, data, settings) =>
				drawLabel(context, data, {
					font: `600 ${settings.labelSize}px ${settings.labelFont}`,
					...actions.colors(),
				}),
			allowInvalidContainer: true,
		});
		sigma.on("clickNode", ({ node }) => {
			const poolId: unknown = sigma.getGraph().getNodeAttribute(node, "poolId");
			if (typeof poolId === "string") actions.onOpenPool(poolId);
		});
		sigma.on("enterNode", ({ node }) => actions.onHover(node));
		sigma.on("leaveNode", () => actions.onHover(undefined));
		return sigma;
	} catch {
		// Without WebGL nothing can be drawn: the list tells the same.
		actions.onUnable();
		return undefined;
	}
}

/** Lets what hangs together with a node stand out from all else. */
function mark(sigma: Sigma, id: string | undefined): void {
	const graph = sigma.getGraph();
	if (id === undefined || !graph.hasNode(id)) {
		sigma.setSettings({ nodeReducer: null, edgeReducer: null });
		return;
	}
	const near = new Set([id, ...graph.neighbors(id)]);
	const faded = readColors(sigma.getContainer()).edge;
	sigma.setSettings({
		nodeReducer: (node, data) =>
			near.has(node)
				? { ...data, forceLabel: true, zIndex: 1 }
				: { ...data, label: null, forceLabel: false, color: faded },
		edgeReducer: (edge, data) =>
			sigma.getGraph().hasExtremity(edge, id)
				? { ...data, size: 2 }
				: { ...data, hidden: true },
	});
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

function graphOf(
	{ nodes, edges }: ReturnType<typeof layOutOverview>,
	colors: Colors,
): Graph {
	const graph = new Graph();
	for (const node of nodes) {
		const { id, kind, ...attributes } = node;
		const isDown = kind === "host" && node.powerState !== "Running";
		graph.addNode(id, {
			...attributes,
			color: colorOf(node, colors),
			// State is not told by colour alone.
			forceLabel: isDown || kind === "pool",
		});
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
