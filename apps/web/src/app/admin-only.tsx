import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { RouteComponent } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../paths.ts";
import { useIsAdmin, useUser } from "../session/session-context.ts";
import { AppLink } from "./AppLink.tsx";
import { StatePage } from "./StatePage.tsx";

/** The page for administrators; for others why they do not see it. */
export function adminOnly(Page: RouteComponent): RouteComponent {
	function Guarded() {
		return useIsAdmin() ? <Page /> : <NoPermission />;
	}
	return Object.assign(Guarded, { preload: Page.preload });
}

function NoPermission() {
	const { t } = useTranslation();
	const { email } = useUser();
	return (
		<StatePage
			icon={IconLock}
			title={t("state.adminOnly")}
			text={t("state.adminOnlyText", { user: email })}
			action={
				<Button component={AppLink} to={paths.dashboard} variant="default">
					{t("nav.dashboard")}
				</Button>
			}
		/>
	);
}
