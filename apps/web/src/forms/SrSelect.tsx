import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { ObjectSelect } from "./ObjectSelect.tsx";

/** An SR of a pool for disks of VMs, told by what is free on it. */
export function SrSelect(props: {
	readonly pool: string;
	readonly value: string | null;
	readonly onChange: (id: string | null) => void;
	readonly placeholder?: string;
	readonly isRequired?: boolean;
	readonly isClearable?: boolean;
}) {
	const { pool, ...rest } = props;
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<ObjectSelect
			{...rest}
			label={t("vmPage.sr")}
			types={["SR"]}
			filter={`$pool:"${pool}" content_type:user`}
			fields={["size", "physical_usage"]}
			describe={(row) => {
				const size = Number(row.size);
				return size >= 0
					? t("vmPage.free", {
							size: format.bytes(size - Number(row.physical_usage)),
						})
					: t("lists.unknownSize");
			}}
		/>
	);
}
