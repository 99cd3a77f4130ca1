import { Alert, Anchor, Text } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useLiveQuery } from "../live/use-live-query.ts";
import { paths } from "../paths.ts";
import { useIsAdmin } from "../session/session-context.ts";

const NAMED = 3;
const LOST = {
	types: ["pool"],
	filter: "connectionStatus:|(connecting disconnected)",
	sort: [{ key: "name_label" }],
	fields: ["name_label"],
	window: { offset: 0, limit: NAMED },
} as const;

/** Names the pools whose objects may be out of date. */
export function PoolsBanner() {
	const { t, i18n } = useTranslation();
	const isAdmin = useIsAdmin();
	const { result, status } = useLiveQuery(LOST);
	if (status !== "live" || result === undefined || result.total === 0) {
		return null;
	}
	const names = result.rows.map(({ name_label }) => String(name_label));
	if (result.total > NAMED) names.push("…");
	return (
		<Alert
			role="alert"
			color="yellow"
			radius={0}
			py="xs"
			icon={<IconPlugConnectedX size={18} aria-hidden />}
			styles={{ title: { color: "var(--mantine-color-text)" } }}
			title={t("connection.poolLost", {
				count: result.total,
				names: new Intl.ListFormat(i18n.language).format(names),
			})}
		>
			<Text size="sm">
				{t("connection.poolLostText")}
				{isAdmin && (
					<>
						{" "}
						<Anchor component={AppLink} to={paths.settings.connections} inherit>
							{t("nav.connections")}
						</Anchor>
					</>
				)}
			</Text>
		</Alert>
	);
}
