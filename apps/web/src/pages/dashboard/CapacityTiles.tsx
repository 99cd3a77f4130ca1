import {
	type Icon,
	IconCpu,
	IconDatabase,
	IconStack2,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Capacity } from "../../details/Capacity.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import {
	type LiveQueryState,
	useLiveQuery,
} from "../../live/use-live-query.ts";
import { paths, withFilter } from "../../paths.ts";
import { diskNumbers, hostNumbers, numberAt, vmNumbers } from "./queries.ts";
import type { Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";

/** CPUs: how busy, and how many are promised to running VMs. */
export function CpuTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const hosts = useLiveQuery(hostNumbers(scope));
	const vms = useLiveQuery(vmNumbers(scope));
	const [cores, busy, known] = [0, 1, 2].map((place) =>
		numberAt(hosts.result, place),
	) as [number, number, number];
	const running = vms.result?.groups.find(({ key }) => key === "Running");
	return (
		<Tile
			title={t("dashboard.cpu")}
			icon={IconCpu}
			to={withFilter(paths.hosts, scope.hosts)}
			query={hosts}
			isEmpty={hosts.result?.total === 0}
			emptyText={t("dashboard.noHosts")}
		>
			{() => (
				<Capacity
					label={t("dashboard.cores", { count: cores })}
					used={known === 0 ? 0 : (busy / known) * cores}
					total={cores}
					provisioned={numberAt(running, 0)}
					unit="cores"
				/>
			)}
		</Tile>
	);
}

/** Memory of the hosts. */
export function MemoryTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const hosts = useLiveQuery(hostNumbers(scope));
	const vms = useLiveQuery(vmNumbers(scope));
	return (
		<SpaceTile
			title={t("dashboard.memory")}
			icon={IconStack2}
			to={withFilter(paths.hosts, scope.hosts)}
			query={hosts}
			used={numberAt(hosts.result, 3)}
			total={numberAt(hosts.result, 4)}
			provisioned={numberAt(vms.result, 1)}
			emptyText={t("dashboard.noHosts")}
		/>
	);
}

/** Space of the SRs that hold disks. */
export function StorageTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const params = diskNumbers(scope);
	const srs = useLiveQuery(params);
	return (
		<SpaceTile
			title={t("dashboard.storage")}
			icon={IconDatabase}
			to={withFilter(paths.srs, params.filter)}
			query={srs}
			used={numberAt(srs.result, 0)}
			total={numberAt(srs.result, 1)}
			provisioned={numberAt(srs.result, 2)}
			emptyText={t("dashboard.noSrs")}
		/>
	);
}

function SpaceTile(props: {
	readonly title: string;
	readonly icon: Icon;
	readonly to: string;
	readonly query: LiveQueryState;
	/** In bytes. */
	readonly used: number;
	readonly total: number;
	readonly provisioned: number;
	readonly emptyText: string;
}) {
	const { used, total, provisioned, query, ...tile } = props;
	const format = useFormat();
	return (
		<Tile {...tile} query={query} isEmpty={query.result?.total === 0}>
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
