import { ListPage } from "../../lists/ListPage.tsx";
import { networks } from "../../lists/types/networks.ts";

export function NetworksPage() {
	return <ListPage key={networks.id} list={networks} />;
}
