import { Meter } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";

/** Space that is used and promised. */
export function Capacity(props: {
	readonly label: string;
	readonly used: number;
	readonly total: number;
	readonly provisioned?: number;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<Meter
			{...props}
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
