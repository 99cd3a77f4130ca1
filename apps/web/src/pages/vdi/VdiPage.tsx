import { DetailPage } from "../../details/DetailPage.tsx";
import { vdis } from "../../lists/types/storage.ts";
import { paths, VDI_TABS } from "../../paths.ts";

/** One VDI. */
export function VdiPage() {
	return (
		<DetailPage
			list={vdis}
			tabs={VDI_TABS}
			pathOf={paths.vdi}
			parents={["$pool", "$SR"]}
		/>
	);
}
