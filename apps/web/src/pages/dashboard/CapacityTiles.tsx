import { IconCpu, IconDatabase, IconStack2 } from "@tabler/icons-react";
import type { LiveQueryResult } from "@xo/contract";
import { Meter } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { paths, withFilter } from "../../paths.ts";
import { both, type Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";
import { useMeterLabels } from "./use-meter-labels.ts";

const NO_ROWS = { offset: 0, limit: 0 };
/** What keeps disks: neither ISO libraries nor drives of the host. */
const DISK_SRS = "!SR_type:|(udev iso) !content_type:iso size:>0";

function numberAt(result: LiveQueryResult | undefined, index: number): number {
	const value = result?.aggregates[index];
	return typeof value === "number" ? value : 0;
}

/** CPUs: how busy, and how many are promised to running VMs. */
export function CpuTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const format = useFormat();
	const labels = useMeterLabels();
	const query = useLiveQuery({
		types: ["host"],
		filter: scope.hosts,
		window: NO_ROWS,
		aggregates: [
			{ op: "sum", key: "cpus.cores" },
			{ op: "sum", key: "metrics.cpu" },
			{ op: "count", key: "metrics.cpu" },
		],
	});
	const { result: vms } = useLiveQuery({
		types: ["VM"],
		filter: both(scope.vms, "power_state:Running"),
		window: NO_ROWS,
		aggregates: [{ op: "sum", key: "CPUs.number" }],
	});
	return (
		<Tile
			title={t("dashboard.cpu")}
			icon={IconCpu}
			to={listPath(paths.hosts, scope.hosts)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={t("dashboard.noHosts")}
		>
			{(result) => {
				const cores = numberAt(result, 0);
				const known = numberAt(result, 2);
				const share = known === 0 ? 0 : numberAt(result, 1) / known;
				return (
					<Meter
						label={t("dashboard.cores", { count: cores })}
						used={share * cores}
						total={cores}
						provisioned={numberAt(vms, 0)}
						formatValue={(value) =>
							format.number(value, { maximumFractionDigits: 1 })
						}
						formatShare={(ratio) => format.percent(ratio)}
						labels={labels}
						thresholds={{ warning: 0.8, critical: 0.95 }}
					/>
				);
			}}
		</Tile>
	);
}

/** Memory of the hosts. */
export function MemoryTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const format = useFormat();
	const labels = useMeterLabels();
	const query = useLiveQuery({
		types: ["host"],
		filter: scope.hosts,
		window: NO_ROWS,
		aggregates: [
			{ op: "sum", key: "memory.usage" },
			{ op: "sum", key: "memory.size" },
		],
	});
	const { result: vms } = useLiveQuery({
		types: ["VM"],
		filter: scope.vms,
		window: NO_ROWS,
		aggregates: [{ op: "sum", key: "memory.size" }],
	});
	return (
		<Tile
			title={t("dashboard.memory")}
			icon={IconStack2}
			to={listPath(paths.hosts, scope.hosts)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={t("dashboard.noHosts")}
		>
			{(result) => (
				<Meter
					label={format.bytes(numberAt(result, 1))}
					used={numberAt(result, 0)}
					total={numberAt(result, 1)}
					provisioned={numberAt(vms, 0)}
					formatValue={(value) => format.bytes(value)}
					formatShare={(ratio) => format.percent(ratio)}
					labels={labels}
				/>
			)}
		</Tile>
	);
}

/** Space of the SRs that hold disks. */
export function StorageTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const format = useFormat();
	const labels = useMeterLabels();
	const filter = both(scope.srs, DISK_SRS);
	const query = useLiveQuery({
		types: ["SR"],
		filter,
		window: NO_ROWS,
		aggregates: [
			{ op: "sum", key: "physical_usage" },
			{ op: "sum", key: "size" },
			{ op: "sum", key: "usage" },
		],
	});
	return (
		<Tile
			title={t("dashboard.storage")}
			icon={IconDatabase}
			to={withFilter(paths.srs, filter)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={t("dashboard.noSrs")}
		>
			{(result) => (
				<Meter
					label={format.bytes(numberAt(result, 1))}
					used={numberAt(result, 0)}
					total={numberAt(result, 1)}
					provisioned={numberAt(result, 2)}
					formatValue={(value) => format.bytes(value)}
					formatShare={(ratio) => format.percent(ratio)}
					labels={labels}
				/>
			)}
		</Tile>
	);
}

function listPath(path: string, filter: string): string {
	return filter === "" ? path : withFilter(path, filter);
}
