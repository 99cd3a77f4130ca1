import { Anchor, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { PowerState } from "../objects/PowerState.tsx";
import { Section } from "./Section.tsx";

/** How many objects of a type belong here, in each state. */
export function CountSection(props: {
	readonly title: string;
	readonly type: string;
	readonly scope: string;
	readonly groupBy?: "power_state" | "SR_type" | "VDI_type";
	/** The tab that lists them. */
	readonly to?: string;
}) {
	const { title, type, scope, groupBy, to } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const { result } = useLiveQuery({
		types: [type],
		filter: scope,
		window: { offset: 0, limit: 0 },
		groupBy: groupBy ?? null,
	});
	return (
		<Section
			title={title}
			actions={
				to === undefined ? undefined : (
					<Anchor component={AppLink} to={to} size="sm">
						{t("detail.showAll")}
					</Anchor>
				)
			}
		>
			<Skeleton visible={result === undefined} w="fit-content" miw={48}>
				<Text fz={20} fw={600} lh={1.2}>
					{format.number(result?.total)}
				</Text>
			</Skeleton>
			<Stack gap={2}>
				{result?.groups.map(({ id, key, count }) => (
					<Group key={id} justify="space-between">
						{groupBy === "power_state" ? (
							<PowerState state={key} />
						) : (
							<Text size="sm">{String(key ?? "–")}</Text>
						)}
						<Text size="sm">{format.number(count)}</Text>
					</Group>
				))}
			</Stack>
		</Section>
	);
}
