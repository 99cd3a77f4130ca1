import { Meter } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";

const NEVER = {
	warning: Number.POSITIVE_INFINITY,
	critical: Number.POSITIVE_INFINITY,
};

/** Space that is used and promised. */
export function Capacity(props: {
	readonly label: string;
	readonly used: number;
	readonly total: number;
	readonly provisioned?: number;
	/** Whether being full is nothing to worry about. */
	readonly mayBeFull?: boolean;
}) {
	const { mayBeFull = false, ...meter } = props;
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<Meter
			{...meter}
			{...(mayBeFull ? { thresholds: NEVER } : {})}
			formatValue={(value) => format.bytes(value)}
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
