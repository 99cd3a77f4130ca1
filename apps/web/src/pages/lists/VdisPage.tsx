import { ListPage } from "../../lists/ListPage.tsx";
import { vdis } from "../../lists/types/storage.ts";

export function VdisPage() {
	return <ListPage key={vdis.id} list={vdis} />;
}
