import { ListPage } from "../../lists/ListPage.tsx";
import { srs } from "../../lists/types/storage.ts";

export function SrsPage() {
	return <ListPage key={srs.id} list={srs} />;
}
