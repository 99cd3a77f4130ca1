import { Anchor, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { PRODUCT } from "../../app/product.ts";
import { useCall } from "../../calls/use-call.ts";
import { paths } from "../../paths.ts";
import { useIsAdmin, useSessionState } from "../../session/session-context.ts";
import { Page } from "../../shell/Page.tsx";
import { toneVariable } from "../../theme/tokens.ts";

/** What this is, in which version, and whether all is well. */
export function AboutPage() {
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	const { data: version } = useCall("system.getServerVersion");
	const { data: api } = useCall("system.getVersion");
	const { data: timezone } = useCall("system.getServerTimezone");
	return (
		<Page title={t("nav.about")}>
			<Stack gap="xl" maw={640}>
				<Facts
					label={t("settings.about.versions")}
					facts={[
						[PRODUCT, version ?? "…"],
						[t("settings.about.api"), api ?? "…"],
						[t("settings.about.timezone"), timezone ?? "…"],
						[t("settings.about.browser"), navigator.userAgent],
					]}
				/>
				<Health />
				{isAdmin && <Connections />}
				<Text size="sm">
					<Anchor href="/rest/v0/docs" size="sm">
						{t("settings.about.restDocs")}
					</Anchor>
				</Text>
			</Stack>
		</Page>
	);
}

function Facts(props: {
	readonly label: string;
	readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
	return (
		<Stack gap="xs">
			<Title order={2}>{props.label}</Title>
			<Table variant="vertical" aria-label={props.label}>
				<Table.Tbody>
					{props.facts.map(([name, value]) => (
						<Table.Tr key={name}>
							<Table.Th w={200}>{name}</Table.Th>
							<Table.Td style={{ overflowWrap: "anywhere" }}>{value}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Stack>
	);
}

function Health() {
	const { t } = useTranslation();
	const state = useSessionState();
	const isLost = "isLost" in state && state.isLost;
	return (
		<Facts
			label={t("settings.about.health")}
			facts={[
				[
					t("settings.about.connection"),
					<Well key="connection" isWell={!isLost}>
						{t(isLost ? "settings.about.lost" : "settings.about.live")}
					</Well>,
				],
			]}
		/>
	);
}

function Connections() {
	const { t } = useTranslation();
	const { data: servers = [] } = useCall("server.getAll");
	const { data: clients = [] } = useCall("api.getConnections");
	const enabled = servers.filter((server) => server.enabled);
	const connected = enabled.filter(({ status }) => status === "connected");
	const isWell = connected.length === enabled.length;
	return (
		<Facts
			label={t("settings.about.server")}
			facts={[
				[
					t("nav.connections"),
					<Well key="pools" isWell={isWell}>
						<Anchor
							component={AppLink}
							to={paths.settings.connections}
							size="sm"
						>
							{t("settings.about.pools", {
								connected: connected.length,
								count: enabled.length,
							})}
						</Anchor>
					</Well>,
				],
				[t("settings.about.clients"), clients.length],
			]}
		/>
	);
}

function Well(props: {
	readonly isWell: boolean;
	readonly children: ReactNode;
}) {
	const WellIcon = props.isWell ? IconCircleCheck : IconAlertTriangle;
	const tone = props.isWell ? "good" : "warning";
	return (
		<Group gap={6} wrap="nowrap">
			<WellIcon size={16} color={toneVariable(tone)} aria-hidden />
			<Text size="sm" component="span">
				{props.children}
			</Text>
		</Group>
	);
}
