import { SimpleGrid, Stack } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths.ts";
import { AlarmsTile } from "./AlarmsTile.tsx";
import { CpuTile, MemoryTile, StorageTile } from "./CapacityTiles.tsx";
import { ConcernsTile } from "./ConcernsTile.tsx";
import { CountTile } from "./CountTile.tsx";
import { hostNumbers, vmNumbers } from "./queries.ts";
import type { Scope } from "./scope.ts";
import { TasksTile } from "./TasksTile.tsx";
import { TopTile } from "./TopTile.tsx";
import { useSees } from "./use-sees.ts";

/** Everything, a pool or a host at a glance; drawn anew for another scope. */
export const Dashboard = memo(function Dashboard(props: {
	readonly scope: Scope;
}) {
	const { scope } = props;
	const { t } = useTranslation();
	const sees = useSees();
	return (
		<Stack gap="md">
			<SimpleGrid
				cols={{ base: 1, sm: 2, lg: scope.level === "host" ? 2 : 4 }}
				spacing="md"
			>
				<CountTile
					type="VM"
					title={t("nav.vms")}
					path={paths.vms}
					filter={scope.vms}
					groupBy="power_state"
					params={vmNumbers(scope)}
				/>
				{scope.level !== "host" && sees("host") && (
					<CountTile
						type="host"
						title={t("nav.hosts")}
						path={paths.hosts}
						filter={scope.hosts}
						groupBy="power_state"
						params={hostNumbers(scope)}
					/>
				)}
				{scope.level === "all" && sees("pool") && (
					<CountTile
						type="pool"
						title={t("nav.pools")}
						path={paths.pools}
						filter=""
					/>
				)}
				{scope.level === "pool" && (
					<CountTile
						type="SR"
						title={t("nav.srs")}
						path={paths.srs}
						filter={scope.srs}
						groupBy="SR_type"
					/>
				)}
				<ConcernsTile scope={scope} />
			</SimpleGrid>
			{(sees("host") || sees("SR")) && (
				<SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
					{sees("host") && <CpuTile scope={scope} />}
					{sees("host") && <MemoryTile scope={scope} />}
					{sees("SR") && <StorageTile scope={scope} />}
				</SimpleGrid>
			)}
			<SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
				<TopTile
					type="VM"
					title={t("dashboard.topVms")}
					path={paths.vms}
					filter={scope.vms}
				/>
				{scope.level !== "host" && sees("host") && (
					<TopTile
						type="host"
						title={t("dashboard.topHosts")}
						path={paths.hosts}
						filter={scope.hosts}
					/>
				)}
				<TasksTile scope={scope} />
				<AlarmsTile scope={scope} />
			</SimpleGrid>
		</Stack>
	);
});
