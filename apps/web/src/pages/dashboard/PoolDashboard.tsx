import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { PoolStatsPage } from "../../stats/PoolStatsPage.tsx";
import { Dashboard } from "./Dashboard.tsx";
import { poolScope } from "./scope.ts";

/** A pool at a glance, with its charts. */
export function PoolDashboard() {
	const { id = "" } = useParams({ strict: false });
	return (
		<Stack gap="lg">
			<Dashboard scope={poolScope(id)} />
			<PoolStatsPage />
		</Stack>
	);
}
