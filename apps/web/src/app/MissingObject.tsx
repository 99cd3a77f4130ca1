import { Button, Group } from "@mantine/core";
import { IconZoomQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths } from "../paths.ts";
import { useIsAdmin } from "../session/session-context.ts";
import { AppLink } from "./AppLink.tsx";
import { StatePage } from "./StatePage.tsx";

/** In place of the page of an object that is gone, or that the user may not
 *  see: the server does not tell the two apart. */
export function MissingObject(props: {
	/** The list where it would be. */
	readonly list: { readonly id: string; readonly path: string };
}) {
	const { id, path } = props.list;
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	return (
		<StatePage
			icon={IconZoomQuestion}
			title={t("state.missing")}
			text={t(isAdmin ? "state.missingForAdmin" : "state.missingForUser")}
			action={
				<Group gap="sm" justify="center">
					<Button component={AppLink} to={path} variant="default">
						{t("state.toList", { list: t(`nav.${id}`) })}
					</Button>
					{isAdmin && (
						<Button
							component={AppLink}
							to={paths.settings.connections}
							variant="default"
						>
							{t("nav.connections")}
						</Button>
					)}
				</Group>
			}
		/>
	);
}
