import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../app/Notice.tsx";
import { errorText } from "../calls/error-text.ts";

/** In place of the rows of a list: why they could not be had. */
export function ListFailure({ error }: { readonly error: unknown }) {
	const { t } = useTranslation();
	return (
		<Notice
			icon={IconAlertTriangle}
			tone="bad"
			title={t("lists.failed")}
			text={errorText(error, t)}
		/>
	);
}
