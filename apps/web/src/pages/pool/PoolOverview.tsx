import { SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Capacity } from "../../details/Capacity.tsx";
import { CountSection } from "../../details/CountSection.tsx";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { scopeOf } from "../../details/scope.ts";
import { TopList } from "../../details/TopList.tsx";
import { useDetail } from "../../details/use-detail.ts";
import { pools } from "../../lists/types/pools.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { paths } from "../../paths.ts";

const FACTS = [
	"master",
	"platform_version",
	"cpus.cores",
	"HA_enabled",
	"default_SR",
];

/** A pool at a glance. */
export function PoolOverview() {
	const { t } = useTranslation();
	const { id, row, context } = useDetail(pools);
	if (row === undefined) return null;
	const scope = scopeOf("$pool", id);
	return (
		<Stack gap="md">
			<LiveFigures row={row} />
			<SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
				<CountSection
					title={t("nav.hosts")}
					type="host"
					scope={scope}
					groupBy="power_state"
					to={paths.pool(id, "hosts")}
				/>
				<CountSection
					title={t("nav.vms")}
					type="VM"
					scope={scope}
					groupBy="power_state"
					to={paths.pool(id, "vms")}
				/>
				<CountSection
					title={t("nav.srs")}
					type="SR"
					scope={scope}
					groupBy="SR_type"
					to={paths.pool(id, "storage")}
				/>
				<CountSection
					title={t("nav.networks")}
					type="network"
					scope={scope}
					to={paths.pool(id, "network")}
				/>
			</SimpleGrid>
			<Sections>
				<TopList scope={scope} />
				<Stack gap="md">
					<PoolCapacity scope={scope} />
					<Section title={t("detail.group.identity")}>
						<Facts list={pools} row={row} context={context} ids={FACTS} />
					</Section>
				</Stack>
			</Sections>
		</Stack>
	);
}

const NOTHING = { offset: 0, limit: 0 };

function PoolCapacity({ scope }: { readonly scope: string }) {
	const { t } = useTranslation();
	const memory = useLiveQuery({
		types: ["host"],
		filter: scope,
		window: NOTHING,
		aggregates: [
			{ op: "sum", key: "memory.usage" },
			{ op: "sum", key: "memory.size" },
		],
	}).result?.aggregates.map(Number);
	const storage = useLiveQuery({
		types: ["SR"],
		filter: `${scope} !content_type:iso`,
		window: NOTHING,
		aggregates: [
			{ op: "sum", key: "physical_usage" },
			{ op: "sum", key: "size" },
			{ op: "sum", key: "usage" },
		],
	}).result?.aggregates.map(Number);
	return (
		<Section title={t("detail.capacity")}>
			<Skeleton visible={memory === undefined}>
				<Capacity
					label={t("detail.reservedMemory")}
					used={memory?.[0] ?? 0}
					total={memory?.[1] ?? 0}
				/>
			</Skeleton>
			<Skeleton visible={storage === undefined}>
				<Capacity
					label={t("nav.storage")}
					used={storage?.[0] ?? 0}
					total={storage?.[1] ?? 0}
					provisioned={storage?.[2] ?? 0}
				/>
			</Skeleton>
		</Section>
	);
}
