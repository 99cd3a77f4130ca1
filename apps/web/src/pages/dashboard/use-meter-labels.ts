import type { MeterLabels } from "@xo/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The words of meters. */
export function useMeterLabels(): MeterLabels {
	const { t } = useTranslation();
	return useMemo(
		() => ({
			used: t("dashboard.used"),
			free: t("dashboard.free"),
			provisioned: t("dashboard.provisioned"),
			levels: {
				normal: t("dashboard.levelNormal"),
				warning: t("dashboard.levelWarning"),
				critical: t("dashboard.levelCritical"),
			},
		}),
		[t],
	);
}
