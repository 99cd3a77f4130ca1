import { Button, Group } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { palette } from "../palette/palette-store.ts";
import { paths } from "../paths.ts";
import { AppLink } from "./AppLink.tsx";
import { StatePage } from "./StatePage.tsx";

export function NotFoundPage() {
	const { t } = useTranslation();
	return (
		<StatePage
			icon={IconMapOff}
			title={t("state.noPage")}
			text={t("state.noPageText")}
			action={
				<Group gap="sm" justify="center">
					<Button component={AppLink} to={paths.dashboard} variant="default">
						{t("nav.dashboard")}
					</Button>
					<Button variant="default" onClick={palette.open}>
						{t("palette.trigger")}
					</Button>
				</Group>
			}
		/>
	);
}
