import { ListPage } from "../../lists/ListPage.tsx";
import { gpus } from "../../lists/types/devices.ts";

export function GpusPage() {
	return <ListPage key={gpus.id} list={gpus} />;
}
