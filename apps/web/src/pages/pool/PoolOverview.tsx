import { Stack } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { PoolPatches } from "../../details/MissingPatches.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { useDetail, useRowBefore } from "../../details/use-detail.ts";
import { pools } from "../../lists/types/pools.ts";
import { Dashboard } from "../dashboard/Dashboard.tsx";
import { poolScope } from "../dashboard/scope.ts";

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
	const detail = useDetail(pools);
	const { id, context } = detail;
	const row = useRowBefore(detail);
	const scope = useMemo(() => poolScope(id), [id]);
	return (
		<Stack gap="md">
			<LiveFigures row={row} />
			<Dashboard scope={scope} />
			<Sections>
				<Section title={t("detail.group.identity")}>
					<Facts list={pools} row={row} context={context} ids={FACTS} />
				</Section>
				<PoolPatches id={id} />
			</Sections>
		</Stack>
	);
}
