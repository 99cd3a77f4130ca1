import type { TimeSeries } from "@xo/ui";
import type { TFunction } from "i18next";
import { byDevice } from "./chart-spec.ts";

type Devices = Readonly<Record<string, readonly (number | null)[]>>;

/** Received and sent, for each interface. */
export function bothWays(
	devices: { readonly rx: Devices; readonly tx: Devices } | undefined,
	name: (device: string) => string,
	t: TFunction,
): TimeSeries[] {
	return [
		...byDevice(devices?.rx, (device) =>
			t("stats.received", { name: name(device) }),
		),
		...byDevice(devices?.tx, (device) =>
			t("stats.sent", { name: name(device) }),
		),
	];
}

/** Read and written, for each disk. */
export function readsAndWrites(
	devices: { readonly r: Devices; readonly w: Devices } | undefined,
	name: (device: string) => string,
	t: TFunction,
): TimeSeries[] {
	return [
		...byDevice(devices?.r, (device) =>
			t("stats.read", { name: name(device) }),
		),
		...byDevice(devices?.w, (device) =>
			t("stats.written", { name: name(device) }),
		),
	];
}
