import {
	Alert,
	Anchor,
	Group,
	Paper,
	Skeleton,
	Stack,
	Text,
	Title,
} from "@mantine/core";
import { type Icon, IconAlertTriangle } from "@tabler/icons-react";
import type { LiveQueryResult } from "@xo/contract";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { errorText } from "../../calls/error-text.ts";
import type { LiveQueryState } from "../../live/use-live-query.ts";

/** One subject of a dashboard, whatever the state of what it shows. */
export function Tile(props: {
	readonly title: string;
	readonly icon: Icon;
	/** The list of what it counts. */
	readonly to?: string | undefined;
	readonly query: Pick<LiveQueryState, "status" | "result" | "error"> &
		Partial<Pick<LiveQueryState, "isPending">>;
	/** What to say when there is nothing. */
	readonly emptyText?: string | undefined;
	readonly isEmpty?: boolean | undefined;
	readonly control?: ReactNode;
	readonly children: (result: LiveQueryResult) => ReactNode;
}) {
	const { icon: TileIcon, query } = props;
	return (
		<Paper
			component="section"
			withBorder
			p="md"
			miw={0}
			aria-label={props.title}
			aria-busy={query.status === "loading"}
			opacity={query.status === "stale" ? 0.5 : 1}
		>
			<Group justify="space-between" mb="sm" mih={26} wrap="nowrap">
				<Group gap={6} wrap="nowrap" miw={0}>
					<TileIcon size={16} stroke={1.6} aria-hidden />
					<Title order={2} fz="sm" lineClamp={1}>
						{props.to === undefined ? (
							props.title
						) : (
							<Anchor component={AppLink} to={props.to} inherit c="inherit">
								{props.title}
							</Anchor>
						)}
					</Title>
				</Group>
				{props.control}
			</Group>
			<TileContent {...props} />
		</Paper>
	);
}

function TileContent(props: Parameters<typeof Tile>[0]) {
	const { t } = useTranslation();
	const { status, error, result, isPending } = props.query;
	const drawn = useRef<ReactNode>(undefined);
	if (status === "error") {
		return (
			<Alert
				variant="light"
				color="vermilion"
				icon={<IconAlertTriangle size={16} aria-hidden />}
			>
				{errorText(error, t)}
			</Alert>
		);
	}
	if (result === undefined) {
		return (
			<Stack gap="xs">
				<Skeleton h={22} w="60%" />
				<Skeleton h={14} />
				<Skeleton h={14} w="80%" />
			</Stack>
		);
	}
	// What it has is of another scope: it keeps the place of what comes, and is
	// not drawn anew for that.
	if (!isPending || drawn.current === undefined) {
		drawn.current = props.isEmpty ? (
			<Text size="sm" c="dimmed">
				{props.emptyText}
			</Text>
		) : (
			props.children(result)
		);
	}
	return (
		<div
			data-pending={isPending || undefined}
			style={isPending ? { visibility: "hidden" } : undefined}
		>
			{drawn.current}
		</div>
	);
}
