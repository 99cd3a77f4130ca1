import { Stack } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { HostPatches } from "../../details/MissingPatches.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { useDetail, useRowBefore } from "../../details/use-detail.ts";
import { hosts } from "../../lists/types/hosts.ts";
import { Dashboard } from "../dashboard/Dashboard.tsx";
import { hostScope } from "../dashboard/scope.ts";

const FACTS = [
	"$pool",
	"address",
	"hostname",
	"productBrand",
	"version",
	"cpus.cores",
	"cpus.sockets",
	"startTime",
];

/** A host at a glance. */
export function HostOverview() {
	const { t } = useTranslation();
	const detail = useDetail(hosts);
	const { id, context } = detail;
	const row = useRowBefore(detail);
	const scope = useMemo(() => hostScope(id), [id]);
	return (
		<Stack gap="md">
			<LiveFigures row={row} />
			<Dashboard scope={scope} />
			<Sections>
				<Section title={t("detail.group.identity")}>
					<Facts list={hosts} row={row} context={context} ids={FACTS} />
				</Section>
				<HostPatches id={id} />
			</Sections>
		</Stack>
	);
}
