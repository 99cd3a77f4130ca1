import { Text } from "@mantine/core";
import { Meter } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";

const NEVER = {
	warning: Number.POSITIVE_INFINITY,
	critical: Number.POSITIVE_INFINITY,
};
/** Shares of computing power, which must not be full as space may. */
const BUSY = { warning: 0.8, critical: 0.95 };

/** Space, or computing power, that is used and promised. */
export function Capacity(props: {
	readonly label: string;
	/** Bytes, or cores. */
	readonly used: number;
	/** Below zero where it is not known. */
	readonly total: number;
	readonly provisioned?: number | undefined;
	readonly unit?: "bytes" | "cores";
	/** Whether being full is nothing to worry about. */
	readonly mayBeFull?: boolean;
}) {
	const { mayBeFull = false, unit = "bytes", provisioned, ...meter } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const isCores = unit === "cores";
	if (meter.total < 0) {
		return <Text size="sm">{`${meter.label}: ${t("lists.unknownSize")}`}</Text>;
	}
	return (
		<Meter
			{...meter}
			{...(provisioned === undefined ? {} : { provisioned })}
			{...(mayBeFull ? { thresholds: NEVER } : {})}
			{...(isCores ? { thresholds: BUSY } : {})}
			formatValue={(value) =>
				isCores
					? format.number(value, { maximumFractionDigits: 1 })
					: format.bytes(value)
			}
			formatShare={(share) => format.percent(share)}
			labels={{
				used: t("detail.used"),
				free: t("detail.free"),
				provisioned: t("detail.provisioned"),
				levels: {
					normal: t("detail.levelNormal"),
					warning: t("detail.levelWarning"),
					critical: t("detail.levelCritical"),
				},
			}}
		/>
	);
}
