import { Button } from "@mantine/core";
import { IconKey, IconPlugConnectedX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { FirstPool } from "../../app/FirstPool.tsx";
import { LoadingPage } from "../../app/LoadingPage.tsx";
import { Notice } from "../../app/Notice.tsx";
import { useCall } from "../../calls/use-call.ts";
import { paths } from "../../paths.ts";
import { useIsAdmin, useUser } from "../../session/session-context.ts";

/** In place of a dashboard without objects: the way to the first ones. */
export function NothingYet() {
	return useIsAdmin() ? <WithoutPools /> : <WithoutRights />;
}

function WithoutPools() {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const { data: connections } = useCall("server.getAll");
	if (connections === undefined) return <LoadingPage />;
	if (connections.length === 0) {
		const search = { add: true } as never;
		return (
			<FirstPool
				onAdd={() => void navigate({ to: paths.settings.connections, search })}
			/>
		);
	}
	return (
		<Notice
			icon={IconPlugConnectedX}
			tone="warning"
			title={t("dashboard.noPool")}
			text={t("dashboard.noPoolText")}
			action={
				<Button component={AppLink} to={paths.settings.connections}>
					{t("nav.connections")}
				</Button>
			}
		/>
	);
}

function WithoutRights() {
	const { t } = useTranslation();
	const { email } = useUser();
	return (
		<Notice
			icon={IconKey}
			title={t("dashboard.noRights")}
			text={t("dashboard.noRightsText", { user: email })}
		/>
	);
}
