import "./topology.css";
import { Button, Group, SegmentedControl, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowLeft, IconMoodSad, IconSitemap } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { Notice } from "../../app/Notice.tsx";
import { errorText } from "../../calls/error-text.ts";
import { paths } from "../../paths.ts";
import { useIsAdmin } from "../../session/session-context.ts";
import { Page } from "../../shell/Page.tsx";
import type { Topology } from "./model.ts";
import { TopologyList } from "./TopologyList.tsx";
import { type Found, TopologySearch } from "./TopologySearch.tsx";
import { useTopology, useVmsOfHosts } from "./use-topology.ts";

// Either map brings a library of its own.
const FlowMap = lazy(async () => {
	const { FlowMap } = await import("./FlowMap.tsx");
	return { default: FlowMap };
});
const OverviewMap = lazy(async () => {
	const { OverviewMap } = await import("./OverviewMap.tsx");
	return { default: OverviewMap };
});

/** Beyond this many hosts, all pools are drawn as dots. */
const MOST_DETAILED = 80;
/** Each costs two live queries. */
const MOST_EXPANDED = 12;

interface TopologySearchParams {
	readonly pool?: string;
	readonly view?: string;
}

/** Who is attached to what, as a map or in words. */
export function TopologyPage() {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const search: TopologySearchParams = useSearch({ strict: false });
	const { topology, error, isStale } = useTopology(search.pool);
	const [focusId, setFocusId] = useState<string>();
	const [expanded, setExpanded] = useState<readonly string[]>([]);
	const change = useCallback(
		(changes: TopologySearchParams) =>
			void navigate({
				to: ".",
				search: ((before: object) => ({ ...before, ...changes })) as never,
			}),
		[navigate],
	);
	// Of a map, a phone shows too little to tell whose it is.
	const isPhone = useMediaQuery("(max-width: 48em)", false, {
		getInitialValueInEffect: false,
	});
	const isList = (search.view ?? (isPhone ? "list" : "map")) === "list";
	const openPool = useCallback((pool: string) => change({ pool }), [change]);
	const showList = useCallback(() => change({ view: "list" }), [change]);
	const toggle = useCallback(
		(id: string) =>
			setExpanded((before) =>
				before.includes(id)
					? before.filter((one) => one !== id)
					: [...before, id].slice(-MOST_EXPANDED),
			),
		[],
	);
	const find = ({ id, type, poolId, containerId }: Found) => {
		const isOnHost = type === "VM" && containerId !== poolId;
		if (
			isOnHost &&
			containerId !== undefined &&
			!expanded.includes(containerId)
		) {
			toggle(containerId);
		}
		setFocusId(type === "VM" && !isOnHost ? poolId : id);
		const isDetailed = (topology?.hostCount ?? 0) <= MOST_DETAILED;
		const isShown = topology?.pools.some((pool) => pool.id === poolId);
		if (!isShown || (!isDetailed && type !== "pool")) change({ pool: poolId });
	};
	return (
		<Page
			title={t("nav.topology")}
			actions={
				<>
					<TopologySearch onFind={find} />
					<SegmentedControl
						aria-label={t("topology.view")}
						value={isList ? "list" : "map"}
						onChange={(view) => change({ view })}
						data={[
							{ value: "map", label: t("topology.asMap") },
							{ value: "list", label: t("topology.asList") },
						]}
					/>
				</>
			}
		>
			{search.pool !== undefined && (
				<Group>
					<Button
						variant="default"
						leftSection={<IconArrowLeft size={14} aria-hidden />}
						onClick={() => change({ pool: undefined })}
					>
						{t("topology.allPools")}
					</Button>
				</Group>
			)}
			<Content
				topology={topology}
				error={error}
				isStale={isStale}
				isList={isList}
				map={{
					expanded,
					focusId,
					onToggle: toggle,
					onOpenPool: openPool,
					onUnable: showList,
				}}
			/>
		</Page>
	);
}

interface MapProps {
	readonly expanded: readonly string[];
	readonly focusId: string | undefined;
	readonly onToggle: (hostId: string) => void;
	readonly onOpenPool: (poolId: string) => void;
	readonly onUnable: () => void;
}

function Content(props: {
	readonly topology: Topology | undefined;
	readonly error: unknown;
	readonly isStale: boolean;
	readonly isList: boolean;
	readonly map: MapProps;
}) {
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	const { topology, error } = props;
	if (error !== undefined) {
		return (
			<Notice
				icon={IconMoodSad}
				tone="bad"
				title={t("topology.failed")}
				text={errorText(error, t)}
			/>
		);
	}
	if (topology === undefined) {
		return <Skeleton h={480} aria-label={t("state.loading")} role="status" />;
	}
	if (topology.pools.length === 0) {
		return isAdmin ? (
			<Notice
				icon={IconSitemap}
				title={t("topology.empty")}
				text={t("topology.emptyText")}
				action={
					<Button component={AppLink} to={paths.settings.connections}>
						{t("nav.connections")}
					</Button>
				}
			/>
		) : (
			<Notice
				icon={IconSitemap}
				title={t("lists.empty")}
				text={t("topology.emptyForUser")}
			/>
		);
	}
	if (props.isList) return <TopologyList topology={topology} />;
	return (
		<div
			className="xo-topology-map"
			style={{ opacity: props.isStale ? 0.5 : 1 }}
		>
			<Suspense fallback={<Skeleton h="100%" />}>
				<TopologyMap topology={topology} {...props.map} />
			</Suspense>
		</div>
	);
}

function TopologyMap(props: MapProps & { readonly topology: Topology }) {
	const { topology } = props;
	const vms = useVmsOfHosts(props.expanded);
	return topology.hostCount > MOST_DETAILED && topology.pools.length > 1 ? (
		<OverviewMap {...props} />
	) : (
		<FlowMap
			key={topology.pools.map(({ id }) => id).join()}
			{...props}
			vms={vms}
		/>
	);
}
