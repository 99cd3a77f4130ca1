import { Anchor, Group, Stack, Switch, Text } from "@mantine/core";
import {
	IconCircleCheck,
	IconCircleOff,
	IconRefresh,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { FirstPool } from "../../app/FirstPool.tsx";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { paths } from "../../paths.ts";
import { toneVariable } from "../../theme/tokens.ts";
import { ConnectionDialog } from "./ConnectionDialog.tsx";
import { ConnectionFailure } from "./ConnectionFailure.tsx";
import { failureOf, type PoolConnection } from "./connection-error.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordPage } from "./RecordPage.tsx";
import type { RecordColumn } from "./RecordTable.tsx";

const REFETCH_MS = 3_000;
const STATE_LOOKS = {
	connected: { icon: IconCircleCheck, tone: "good" },
	connecting: { icon: IconRefresh, tone: "active" },
	disconnected: { icon: IconCircleOff, tone: "idle" },
} as const;

/** The pools that this server is connected to, and how they do. */
export function ConnectionsPage() {
	const { t } = useTranslation();
	const { data, error } = useCall("server.getAll", undefined, {
		refetchMs: REFETCH_MS,
	});
	return (
		<RecordPage
			title={t("nav.connections")}
			addLabel={t("settings.connection.add")}
			columns={useColumns()}
			rows={data}
			error={error}
			empty={(add) => <FirstPool onAdd={add} />}
			renderActions={(row, edit) => <Actions connection={row} onEdit={edit} />}
			renderDialog={(row, close) => (
				<ConnectionDialog connection={row} onClose={close} />
			)}
		/>
	);
}

function nameOf({ label, poolNameLabel, host }: PoolConnection): string {
	return label || poolNameLabel || host;
}

function useColumns(): readonly RecordColumn<PoolConnection>[] {
	const { t } = useTranslation();
	const format = useFormat();
	return [
		{
			id: "name",
			label: t("settings.connection.pool"),
			text: (row) => `${nameOf(row)} ${row.host}`,
			render: (row) => (
				<Stack gap={0}>
					{row.poolId === undefined ? (
						<Text size="sm">{nameOf(row)}</Text>
					) : (
						<Anchor component={AppLink} to={paths.pool(row.poolId)} size="sm">
							{nameOf(row)}
						</Anchor>
					)}
					<Text size="xs" c="dimmed">
						{`${row.username}@${row.host}`}
					</Text>
				</Stack>
			),
		},
		{
			id: "state",
			label: t("settings.connection.state"),
			render: (row) => <State connection={row} />,
		},
		{
			id: "lastConnectedAt",
			label: t("settings.connection.lastConnected"),
			render: (row) =>
				row.lastConnectedAt === undefined
					? t("settings.never")
					: format.relative(row.lastConnectedAt),
		},
	];
}

function State({ connection }: { readonly connection: PoolConnection }) {
	const { t } = useTranslation();
	const { icon: StateIcon, tone } = STATE_LOOKS[connection.status];
	const failure = failureOf(connection);
	return (
		<Stack gap={2}>
			<Group gap={6} wrap="nowrap">
				<StateIcon size={16} color={toneVariable(tone)} aria-hidden />
				<Text size="sm">
					{t(
						connection.enabled
							? `settings.connection.status.${connection.status}`
							: "settings.connection.status.disabled",
					)}
				</Text>
				{connection.readOnly && (
					<Text size="xs" c="dimmed">
						{t("settings.connection.readOnlyShort")}
					</Text>
				)}
			</Group>
			{failure !== undefined && connection.enabled && (
				<ConnectionFailure connection={connection} failure={failure} />
			)}
		</Stack>
	);
}

function Actions(props: {
	readonly connection: PoolConnection;
	readonly onEdit: () => void;
}) {
	const { connection, onEdit } = props;
	const { id, enabled } = connection;
	const name = nameOf(connection);
	const { t } = useTranslation();
	const invalidates = ["server.getAll"];
	const enable = useAction("server.enable", { invalidates });
	const disable = useAction("server.disable", { invalidates });
	const remove = useAction("server.remove", { invalidates });
	return (
		<RecordActions
			{...{ id, name, onEdit, remove }}
			question={{
				title: t("settings.connection.removeTitle", { name }),
				text: t("settings.connection.removeText"),
			}}
		>
			<Switch
				aria-label={`${t("settings.connection.enabled")}: ${name}`}
				checked={enabled}
				disabled={enable.isPending || disable.isPending}
				onChange={() => (enabled ? disable : enable).mutate({ id })}
			/>
		</RecordActions>
	);
}
