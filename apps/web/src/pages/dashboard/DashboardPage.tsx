import { Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { nameOf } from "../../objects/read-row.ts";
import { Page } from "../../shell/Page.tsx";
import { HostStats } from "../../stats/HostStatsPage.tsx";
import { PoolStats } from "../../stats/PoolStatsPage.tsx";
import { Dashboard } from "./Dashboard.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { ALL, hostScope, poolScope } from "./scope.ts";

interface DashboardSearch {
	readonly pool?: string;
	readonly host?: string;
}

const ANYTHING = {
	types: ["pool", "host", "VM", "SR", "network"],
	window: { offset: 0, limit: 0 },
} as const;

/** Everything at a glance, or the pool or host that the address names. */
export function DashboardPage() {
	const { t } = useTranslation();
	const { pool, host }: DashboardSearch = useSearch({ strict: false });
	const { result, status } = useLiveQuery(ANYTHING);
	if (status === "live" && result?.total === 0) {
		return (
			<Page title={t("nav.dashboard")}>
				<NothingYet />
			</Page>
		);
	}
	return (
		<Page title={t("nav.dashboard")} actions={<ScopeSelect />}>
			{host !== undefined ? (
				<>
					<Dashboard scope={hostScope(host)} />
					<HostStats id={host} />
				</>
			) : pool !== undefined ? (
				<>
					<Dashboard scope={poolScope(pool)} />
					<PoolStats id={pool} />
				</>
			) : (
				<Dashboard scope={ALL} />
			)}
		</Page>
	);
}

const MOST = 1_000;

function ScopeSelect() {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const { pool, host }: DashboardSearch = useSearch({ strict: false });
	const { result } = useLiveQuery({
		types: ["pool", "host"],
		sort: [{ key: "name_label" }],
		fields: ["name_label"],
		window: { offset: 0, limit: MOST },
	});
	const rows = result?.rows ?? [];
	// Who sees neither pools nor hosts has nothing to choose.
	if (result !== undefined && rows.length === 0) return null;
	const optionsOf = (type: string) =>
		rows
			.filter((row) => row.type === type)
			.map((row) => ({ value: row.id, label: nameOf(row) }));
	return (
		<Select
			searchable
			clearable
			w={220}
			aria-label={t("dashboard.scope")}
			placeholder={t("dashboard.everything")}
			value={host ?? pool ?? null}
			data={[
				{ group: t("nav.pools"), items: optionsOf("pool") },
				{ group: t("nav.hosts"), items: optionsOf("host") },
			]}
			onChange={(id) => {
				const type = rows.find((row) => row.id === id)?.type;
				const search = id === null || type === undefined ? {} : { [type]: id };
				void navigate({ to: ".", search: search as never });
			}}
		/>
	);
}
