import { Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState } from "../../objects/PowerState.tsx";

/** How many objects of a type there are, in all and in each state. */
export function StateCounts(props: {
	readonly type: string;
	readonly title: string;
	readonly groupBy?: "power_state";
}) {
	const format = useFormat();
	const { result, status } = useLiveQuery({
		types: [props.type],
		window: { offset: 0, limit: 0 },
		groupBy: props.groupBy ?? null,
	});
	const TypeIcon = objectIcon(props.type);
	return (
		<Paper
			component="section"
			withBorder
			p="md"
			aria-label={props.title}
			opacity={status === "stale" ? 0.5 : 1}
		>
			<Group gap="xs" mb={4}>
				<TypeIcon size={16} stroke={1.6} aria-hidden />
				<Title order={2} fz="sm">
					{props.title}
				</Title>
			</Group>
			<Skeleton visible={result === undefined} w="fit-content" miw={48}>
				<Text fz={28} fw={600} lh={1.2}>
					{format.number(result?.total)}
				</Text>
			</Skeleton>
			<Stack gap={2} mt="xs">
				{result?.groups.map(({ id, key, count }) => (
					<Group key={id} justify="space-between">
						<PowerState state={key} />
						<Text size="sm">{format.number(count)}</Text>
					</Group>
				))}
			</Stack>
		</Paper>
	);
}
