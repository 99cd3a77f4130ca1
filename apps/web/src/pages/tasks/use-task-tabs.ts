import { useTranslation } from "react-i18next";
import { paths } from "../../paths.ts";
import type { PageTab } from "../../shell/Page.tsx";

/** Who does the work: pools, or this server itself. */
export function useTaskTabs(): readonly PageTab[] {
	const { t } = useTranslation();
	return [
		{ label: t("tasks.ofPools"), to: paths.tasks },
		{ label: t("tasks.ofServer"), to: paths.serverTasks },
	];
}
