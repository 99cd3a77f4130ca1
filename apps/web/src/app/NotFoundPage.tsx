import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths } from "../paths.ts";
import { AppLink } from "./AppLink.tsx";
import { Notice } from "./Notice.tsx";

export function NotFoundPage() {
	const { t } = useTranslation();
	return (
		<Notice
			icon={IconMapOff}
			title={t("state.noPage")}
			text={t("state.noPageText")}
			action={
				<Button component={AppLink} to={paths.dashboard} variant="default">
					{t("nav.dashboard")}
				</Button>
			}
		/>
	);
}
