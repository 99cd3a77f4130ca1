import { ListPage } from "../../lists/ListPage.tsx";
import { vifs } from "../../lists/types/networks.ts";

export function VifsPage() {
	return <ListPage key={vifs.id} list={vifs} />;
}
