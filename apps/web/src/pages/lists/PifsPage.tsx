import { ListPage } from "../../lists/ListPage.tsx";
import { pifs } from "../../lists/types/networks.ts";

export function PifsPage() {
	return <ListPage key={pifs.id} list={pifs} />;
}
