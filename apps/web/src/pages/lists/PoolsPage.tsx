import { ListPage } from "../../lists/ListPage.tsx";
import { pools } from "../../lists/types/pools.ts";

export function PoolsPage() {
	return <ListPage key={pools.id} list={pools} />;
}
