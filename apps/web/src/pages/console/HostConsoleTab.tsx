import { Skeleton } from "@mantine/core";
import { IconScreenShareOff } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { actionFields } from "../../actions/registry.ts";
import { Notice } from "../../app/Notice.tsx";
import { useObject } from "../../live/use-live-query.ts";
import { nameOf } from "../../objects/read-row.ts";
import { paths } from "../../paths.ts";
import { ConsolePanel } from "./ConsolePanel.tsx";

/** The screen of a host: that of its control domain. */
export function HostConsoleTab() {
	const { t } = useTranslation();
	const { id } = useParams({ strict: false }) as { readonly id: string };
	const host = useObject("host", id, ["name_label", "controlDomain"]);
	const domainId = host.row?.controlDomain;
	const domain = useObject(
		"VM-controller",
		typeof domainId === "string" ? domainId : undefined,
		[...actionFields],
	);
	if (domain.isMissing || (host.row && typeof domainId !== "string")) {
		return (
			<Notice
				icon={IconScreenShareOff}
				title={t("console.noDomain")}
				text={t("console.noDomainText")}
			/>
		);
	}
	if (host.row === undefined || domain.row === undefined) {
		return <Skeleton h={480} />;
	}
	return (
		<ConsolePanel
			row={domain.row}
			name={nameOf(host.row)}
			path={paths.host(id, "console")}
		/>
	);
}
