import { ListPage } from "../../lists/ListPage.tsx";
import { vms } from "../../lists/types/vms.ts";

export function VmsPage() {
	return <ListPage key={vms.id} list={vms} />;
}
