import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Capacity } from "../../details/Capacity.tsx";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { scopeOf } from "../../details/scope.ts";
import { useDetail } from "../../details/use-detail.ts";
import { srs } from "../../lists/types/storage.ts";
import { numberOf } from "../../objects/read-row.ts";
import { paths } from "../../paths.ts";
import { CountTile } from "../dashboard/CountTile.tsx";

const FACTS = [
	"$pool",
	"$container",
	"SR_type",
	"content_type",
	"allocationStrategy",
	"shared",
];

/** An SR at a glance. */
export function SrOverview() {
	const { t } = useTranslation();
	const { id, row, context } = useDetail(srs);
	if (row === undefined) return null;
	return (
		<Stack gap="md">
			<LiveFigures row={row} hasOnlyDisks />
			<Sections>
				<Section title={t("detail.capacity")}>
					<Capacity
						label={t("detail.space")}
						used={numberOf(row, "physical_usage") ?? 0}
						total={numberOf(row, "size") ?? 0}
						provisioned={numberOf(row, "usage") ?? 0}
					/>
				</Section>
				<CountTile
					title={t("nav.vdis")}
					type="VDI"
					path={paths.vdis}
					filter={scopeOf("$SR", id)}
					groupBy="VDI_type"
				/>
				<Section title={t("detail.group.identity")}>
					<Facts list={srs} row={row} context={context} ids={FACTS} />
				</Section>
			</Sections>
		</Stack>
	);
}
