import { Anchor, Group, Stack, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { alarmText } from "../../lists/alarm-text.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import { paths, withFilter } from "../../paths.ts";
import { latestAlarms } from "./queries.ts";
import type { Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";

/** The latest alarms. */
export function AlarmsTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const format = useFormat();
	const query = useLiveQuery(latestAlarms(scope));
	const count = query.result?.total ?? 0;
	const objects = useObjects(query.result?.rows ?? []);
	return (
		<Tile
			title={t("dashboard.alarms")}
			icon={IconBell}
			to={withFilter(paths.alarms, scope.messages)}
			query={query}
			isEmpty={count === 0}
			emptyText={t("dashboard.noAlarms")}
		>
			{({ rows, total }) => (
				<Stack gap={6}>
					{rows.map((row) => (
						<Group key={row.id} justify="space-between" wrap="nowrap" gap="xs">
							<Group gap="xs" wrap="nowrap" miw={0}>
								<AlarmObject object={objects.get(String(row.$object))} />
								<Text size="sm" truncate>
									{textOf(row, { t, format })}
								</Text>
							</Group>
							<Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
								{format.relative(Number(row.time) * 1000)}
							</Text>
						</Group>
					))}
					{total > rows.length && (
						<Anchor component={AppLink} to={paths.alarms} size="sm">
							{t("dashboard.allAlarms", { count: total })}
						</Anchor>
					)}
				</Stack>
			)}
		</Tile>
	);
}

function AlarmObject({ object }: { readonly object: LiveRow | undefined }) {
	if (object === undefined) return null;
	const { id, type, name_label } = object;
	return <ObjectLink type={type} id={id} name={String(name_label)} />;
}

/** The objects that these messages are about, by id. */
function useObjects(rows: readonly LiveRow[]): ReadonlyMap<string, LiveRow> {
	const ids = [...new Set(rows.map(({ $object }) => String($object)))];
	const { result } = useLiveQuery(
		{
			types: ["VM", "host", "SR", "pool"],
			filter: `id:|(${ids.toSorted().join(" ")})`,
			fields: ["name_label"],
		},
		{ isEnabled: ids.length > 0 },
	);
	return new Map(result?.rows.map((row) => [row.id, row]));
}

function textOf(
	row: LiveRow,
	context: Parameters<typeof alarmText>[1],
): string {
	const body = typeof row.body === "string" ? row.body : "";
	return (
		alarmText(body, context) ?? (body.split("\n", 1)[0] || String(row.name))
	);
}
