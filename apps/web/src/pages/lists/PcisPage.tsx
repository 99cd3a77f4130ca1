import { ListPage } from "../../lists/ListPage.tsx";
import { pcis } from "../../lists/types/devices.ts";

export function PcisPage() {
	return <ListPage key={pcis.id} list={pcis} />;
}
