import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { StatePage } from "./StatePage.tsx";

/** A page that could not be shown. After an update of the server the parts of
 *  the old interface are gone: loading it anew helps. */
export function ErrorPage({ error }: { readonly error: unknown }) {
	const { t } = useTranslation();
	return (
		<StatePage
			icon={IconAlertTriangle}
			tone="bad"
			title={t("state.failed")}
			text={errorText(error, t)}
			action={
				<Button variant="default" onClick={() => location.reload()}>
					{t("state.reload")}
				</Button>
			}
		/>
	);
}
