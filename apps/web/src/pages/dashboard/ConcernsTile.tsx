import { Anchor, Group, Stack, Text } from "@mantine/core";
import {
	IconAlertTriangle,
	IconCircleCheck,
	IconInfoCircle,
	IconStethoscope,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { withDefaults } from "../../live/live-store.ts";
import { useLiveQueries } from "../../live/use-live-queries.ts";
import { withFilter } from "../../paths.ts";
import { toneVariable } from "../../theme/tokens.ts";
import { type Concern, concernsOf } from "./concerns.ts";
import { counts } from "./queries.ts";
import type { Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";

const LOADING = {
	status: "loading",
	result: undefined,
	error: undefined,
} as const;

/** What needs somebody's attention: missing tools, reboots that are due. */
export function ConcernsTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const concerns = concernsOf(scope);
	const snapshots = useLiveQueries(
		Object.fromEntries(
			concerns.map(({ label, type, filter }) => [
				label,
				withDefaults(counts(type, filter, null)),
			]),
		),
	);
	const queries = concerns.map(({ label }) => snapshots.get(label) ?? LOADING);
	const query =
		queries.find(({ result }) => result === undefined) ?? queries[0];
	const present = concerns
		.map((concern, index) => ({
			concern,
			count: queries[index]?.result?.total ?? 0,
		}))
		.filter(({ count }) => count > 0);
	if (query === undefined) return null;
	return (
		<Tile title={t("dashboard.concerns")} icon={IconStethoscope} query={query}>
			{() => (
				<Stack gap={6}>
					{present.length === 0 && (
						<Group gap={6} wrap="nowrap">
							<IconCircleCheck
								size={16}
								color={toneVariable("good")}
								aria-hidden
							/>
							<Text size="sm">{t("dashboard.allWell")}</Text>
						</Group>
					)}
					{present.map(({ concern, count }) => (
						<ConcernLine key={concern.label} concern={concern} count={count} />
					))}
				</Stack>
			)}
		</Tile>
	);
}

function ConcernLine(props: {
	readonly concern: Concern;
	readonly count: number;
}) {
	const { t } = useTranslation();
	const { label, tone, path, filter } = props.concern;
	const LineIcon = tone === "info" ? IconInfoCircle : IconAlertTriangle;
	return (
		<Group gap={6} wrap="nowrap">
			<LineIcon
				size={16}
				color={toneVariable(tone)}
				aria-hidden
				style={{ flexShrink: 0 }}
			/>
			<Anchor component={AppLink} to={withFilter(path, filter)} size="sm">
				{t(label, { count: props.count })}
			</Anchor>
		</Group>
	);
}
