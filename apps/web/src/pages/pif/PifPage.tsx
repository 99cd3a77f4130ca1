import { DetailPage } from "../../details/DetailPage.tsx";
import { pifs } from "../../lists/types/networks.ts";
import { textOf } from "../../objects/read-row.ts";
import { PIF_TABS, paths } from "../../paths.ts";

/** One PIF. */
export function PifPage() {
	return (
		<DetailPage
			list={pifs}
			tabs={PIF_TABS}
			pathOf={paths.pif}
			parents={["$pool", "$host"]}
			titleOf={(row) => {
				const vlan = Number(row.vlan);
				const device = textOf(row, "device");
				return vlan >= 0 ? `${device}.${vlan}` : device;
			}}
		/>
	);
}
