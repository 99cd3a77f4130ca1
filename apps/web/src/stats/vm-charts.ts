import type { VmStats } from "@xo/contract";
import type { TFunction } from "i18next";
import type { ChartSpec } from "./chart-spec.ts";
import { computeCharts, diskCharts, networkCharts } from "./usage-charts.ts";

/** What a VM's page of statistics shows. */
export function vmCharts(times: VmStats, t: TFunction): ChartSpec[] {
	const { vifs, xvds, iops, vbdLatency, vbdIowait } = times.stats;
	return [
		...computeCharts(times, t),
		...networkCharts({
			times,
			devices: vifs,
			name: (vif) => t("stats.vifName", { vif }),
			t,
		}),
		...diskCharts({
			times,
			throughput: xvds,
			iops,
			latency: vbdLatency,
			iowait: vbdIowait,
			name: (device) => `xvd${device}`,
			t,
		}),
	];
}
