import type { TimeChartLabels } from "@xo/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The texts of charts. */
export function useChartLabels(): TimeChartLabels {
	const { t } = useTranslation();
	return useMemo(
		() => ({
			time: t("stats.time"),
			latest: t("stats.latest"),
			noData: t("stats.noData"),
			actions: t("stats.actions"),
			showTable: t("stats.showTable"),
			showChart: t("stats.showChart"),
			downloadPng: t("stats.downloadPng"),
			downloadCsv: t("stats.downloadCsv"),
			resetZoom: t("stats.resetZoom"),
			keyboardHint: t("stats.keyboardHint"),
			summary: ({ title, from, to, series }) =>
				[
					t("stats.summary", { title, from, to }),
					...series.map((one) => t("stats.summarySeries", { ...one })),
				].join(" "),
		}),
		[t],
	);
}
