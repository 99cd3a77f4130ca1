import { Anchor, Stack, Text } from "@mantine/core";
import type { QueryParams } from "@xo/client";
import { StateCount } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState, powerLook } from "../../objects/PowerState.tsx";
import { withFilter } from "../../paths.ts";
import { counts } from "./queries.ts";
import { both } from "./scope.ts";
import { Tile } from "./Tile.tsx";

/** How many objects of a type there are, in all and in each group; each number
 *  leads to its objects. */
export function CountTile(props: {
	readonly type: string;
	readonly title: string;
	readonly path: string;
	readonly filter: string;
	readonly groupBy?: "power_state" | "SR_type" | "VDI_type";
	/** Where it asks for more than the counts of the groups. */
	readonly params?: QueryParams;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	const { filter, path, groupBy = null } = props;
	const query = useLiveQuery(
		props.params ?? counts(props.type, filter, groupBy),
	);
	return (
		<Tile
			title={props.title}
			icon={objectIcon(props.type)}
			to={withFilter(path, filter)}
			query={query}
		>
			{({ total, groups }) => (
				<>
					<Text fz={28} fw={600} lh={1.2}>
						{format.number(total)}
					</Text>
					<Stack gap={0} mt="xs">
						{groups.map(({ id, key, count }) => (
							<Anchor
								key={id}
								component={AppLink}
								to={withFilter(path, both(filter, `${groupBy}:${key}`))}
								c="inherit"
							>
								<StateCount
									icon={
										groupBy === "power_state" && (
											<PowerState state={key} iconOnly />
										)
									}
									label={
										groupBy === "power_state"
											? t(powerLook(key).label)
											: String(key ?? "–")
									}
									count={format.number(count)}
								/>
							</Anchor>
						))}
					</Stack>
				</>
			)}
		</Tile>
	);
}
