import { ListPage } from "../../lists/ListPage.tsx";
import { hosts } from "../../lists/types/hosts.ts";

export function HostsPage() {
	return <ListPage key={hosts.id} list={hosts} />;
}
