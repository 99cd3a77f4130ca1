import {
	type Icon,
	IconCpu,
	IconDatabase,
	IconStack2,
} from "@tabler/icons-react";
import type { LiveAggregate } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { Capacity } from "../../details/Capacity.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { paths, withFilter } from "../../paths.ts";
import { both, type Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";

/** What keeps disks: neither ISO libraries nor drives of the host. */
const DISK_SRS = "!SR_type:|(udev iso) !content_type:iso size:>0";

function sum(key: string): LiveAggregate {
	return { op: "sum", key };
}

/** Numbers over all the objects of a type that match. */
function useNumbers(
	type: string,
	filter: string,
	aggregates: readonly LiveAggregate[],
) {
	const query = useLiveQuery({
		types: [type],
		filter,
		window: { offset: 0, limit: 0 },
		aggregates: [...aggregates],
	});
	const numbers = query.result?.aggregates.map((value) =>
		typeof value === "number" ? value : 0,
	);
	return { query, numbers: numbers ?? [] };
}

/** CPUs: how busy, and how many are promised to running VMs. */
export function CpuTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const { query, numbers } = useNumbers("host", scope.hosts, [
		sum("cpus.cores"),
		sum("metrics.cpu"),
		{ op: "count", key: "metrics.cpu" },
	]);
	const running = both(scope.vms, "power_state:Running");
	const promised = useNumbers("VM", running, [sum("CPUs.number")]);
	const [cores = 0, busy = 0, known = 0] = numbers;
	return (
		<Tile
			title={t("dashboard.cpu")}
			icon={IconCpu}
			to={withFilter(paths.hosts, scope.hosts)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={t("dashboard.noHosts")}
		>
			{() => (
				<Capacity
					label={t("dashboard.cores", { count: cores })}
					used={known === 0 ? 0 : (busy / known) * cores}
					total={cores}
					provisioned={promised.numbers[0] ?? 0}
					unit="cores"
				/>
			)}
		</Tile>
	);
}

/** Memory of the hosts. */
export function MemoryTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const { numbers } = useNumbers("VM", scope.vms, [sum("memory.size")]);
	return (
		<SpaceTile
			title={t("dashboard.memory")}
			icon={IconStack2}
			type="host"
			path={paths.hosts}
			filter={scope.hosts}
			keys={["memory.usage", "memory.size"]}
			provisioned={numbers[0] ?? 0}
			emptyText={t("dashboard.noHosts")}
		/>
	);
}

/** Space of the SRs that hold disks. */
export function StorageTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	return (
		<SpaceTile
			title={t("dashboard.storage")}
			icon={IconDatabase}
			type="SR"
			path={paths.srs}
			filter={both(scope.srs, DISK_SRS)}
			keys={["physical_usage", "size", "usage"]}
			emptyText={t("dashboard.noSrs")}
		/>
	);
}

function SpaceTile(props: {
	readonly title: string;
	readonly icon: Icon;
	readonly type: string;
	readonly path: string;
	readonly filter: string;
	/** What is used, all there is, and what is promised. */
	readonly keys: readonly string[];
	/** In bytes, where no key says it. */
	readonly provisioned?: number;
	readonly emptyText: string;
}) {
	const { type, filter } = props;
	const format = useFormat();
	const { query, numbers } = useNumbers(type, filter, props.keys.map(sum));
	const [used = 0, total = 0, provisioned = props.provisioned] = numbers;
	return (
		<Tile
			title={props.title}
			icon={props.icon}
			to={withFilter(props.path, filter)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={props.emptyText}
		>
			{() => (
				<Capacity
					label={format.bytes(total)}
					used={used}
					total={total}
					provisioned={provisioned}
				/>
			)}
		</Tile>
	);
}
