import { DetailPage } from "../../details/DetailPage.tsx";
import { networks } from "../../lists/types/networks.ts";
import { NETWORK_TABS, paths } from "../../paths.ts";

/** One network. */
export function NetworkPage() {
	return (
		<DetailPage
			list={networks}
			tabs={NETWORK_TABS}
			pathOf={paths.network}
			parents={["$pool"]}
		/>
	);
}
