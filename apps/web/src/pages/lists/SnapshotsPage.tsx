import { ListPage } from "../../lists/ListPage.tsx";
import { snapshots } from "../../lists/types/snapshots.ts";

export function SnapshotsPage() {
	return <ListPage key={snapshots.id} list={snapshots} />;
}
