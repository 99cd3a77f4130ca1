import { Stack } from "@mantine/core";
import { build, printFilter } from "@xo/filter";
import { useTranslation } from "react-i18next";
import { EmbeddedList } from "../../details/EmbeddedList.tsx";
import { type FactGroup, FactsTab } from "../../details/FactsTab.tsx";
import { Section } from "../../details/Section.tsx";
import { scopeOf, scopeOfIds } from "../../details/scope.ts";
import { useDetail } from "../../details/use-detail.ts";
import { exactly } from "../../lists/filters.ts";
import { pifs } from "../../lists/types/networks.ts";
import { listOf, textOf } from "../../objects/read-row.ts";

const GROUPS: readonly FactGroup[] = [
	{ title: "identity", ids: ["$host", "$network", "$pool", "device", "uuid"] },
	{
		title: "addresses",
		ids: [
			"mode",
			"ip",
			"netmask",
			"gateway",
			"dns",
			"ipv6Mode",
			"ipv6",
			"primaryAddressType",
		],
	},
	{
		title: "state",
		ids: ["attached", "carrier", "speed", "management", "disallowUnplug"],
	},
	{
		title: "link",
		ids: [
			"mac",
			"vlan",
			"mtu",
			"physical",
			"deviceName",
			"isBondMaster",
			"isBondSlave",
		],
	},
];
const COLUMNS = ["device", "vlan", "$network", "attached", "carrier", "speed"];
const HEIGHT = "220px";

/** All about a PIF, and the others that hang together with it. */
export function PifOverview() {
	const { t } = useTranslation();
	const { row } = useDetail(pifs);
	if (row === undefined) return null;
	const slaves = listOf(row, "bondSlaves");
	const list = { list: pifs, columns: COLUMNS, height: HEIGHT };
	const device = build.property("device", exactly(textOf(row, "device")));
	const other = build.not(build.property("id", exactly(row.id)));
	return (
		<Stack gap="md">
			<FactsTab list={pifs} groups={GROUPS} />
			{slaves.length > 0 && (
				<Section title={t("lists.fields.bondSlaves")}>
					<EmbeddedList
						{...list}
						label={t("lists.fields.bondSlaves")}
						scope={scopeOfIds(slaves.toSorted())}
						name="slaves"
					/>
				</Section>
			)}
			<Section title={t("detail.sameDevice")}>
				<EmbeddedList
					{...list}
					label={t("detail.sameDevice")}
					scope={`${scopeOf("$host", textOf(row, "$host"))} ${printFilter(build.and([device, other]))}`}
				/>
			</Section>
		</Stack>
	);
}
