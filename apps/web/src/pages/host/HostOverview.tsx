import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Capacity } from "../../details/Capacity.tsx";
import { CountSection } from "../../details/CountSection.tsx";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { scopeOf } from "../../details/scope.ts";
import { TopList } from "../../details/TopList.tsx";
import { numberOf, useDetail } from "../../details/use-detail.ts";
import { hosts } from "../../lists/types/hosts.ts";
import { paths } from "../../paths.ts";

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
	const { id, row, context } = useDetail(hosts);
	if (row === undefined) return null;
	const scope = scopeOf("$container", id);
	return (
		<Stack gap="md">
			<LiveFigures row={row} />
			<Sections>
				<TopList scope={scope} />
				<Stack gap="md">
					<CountSection
						title={t("nav.vms")}
						type="VM"
						scope={scope}
						groupBy="power_state"
						to={paths.host(id, "vms")}
					/>
					<Section title={t("lists.fields.memory")}>
						<Capacity
							label={t("detail.reserved")}
							used={numberOf(row, "memory.usage") ?? 0}
							total={numberOf(row, "memory.size") ?? 0}
						/>
					</Section>
					<Section title={t("detail.group.identity")}>
						<Facts list={hosts} row={row} context={context} ids={FACTS} />
					</Section>
				</Stack>
			</Sections>
		</Stack>
	);
}
