import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { HostStatsPage } from "../../stats/HostStatsPage.tsx";
import { Dashboard } from "./Dashboard.tsx";
import { hostScope } from "./scope.ts";

/** A host at a glance, with its charts. */
export function HostDashboard() {
	const { id = "" } = useParams({ strict: false });
	return (
		<Stack gap="lg">
			<Dashboard scope={hostScope(id)} />
			<HostStatsPage />
		</Stack>
	);
}
