import { Anchor, Stack, Text } from "@mantine/core";
import { StateCount } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState, powerLook } from "../../objects/PowerState.tsx";
import { withFilter } from "../../paths.ts";
import { both } from "./scope.ts";
import { Tile } from "./Tile.tsx";

/** How many objects of a type there are, in all and in each state; each number
 *  leads to its objects. */
export function CountTile(props: {
	readonly type: string;
	readonly title: string;
	readonly path: string;
	readonly filter: string;
	readonly hasStates?: boolean;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	const { filter, path, hasStates = false } = props;
	const query = useLiveQuery({
		types: [props.type],
		filter,
		window: { offset: 0, limit: 0 },
		groupBy: hasStates ? "power_state" : null,
	});
	const listOf = (more: string) => {
		const full = both(filter, more);
		return full === "" ? path : withFilter(path, full);
	};
	return (
		<Tile
			title={props.title}
			icon={objectIcon(props.type)}
			to={listOf("")}
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
								to={listOf(`power_state:${String(key)}`)}
								c="inherit"
							>
								<StateCount
									icon={<PowerState state={key} iconOnly />}
									label={t(powerLook(key).label)}
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
