import { ListPage } from "../../lists/ListPage.tsx";
import { tasks } from "../../lists/types/events.ts";

export function TasksPage() {
	return <ListPage key={tasks.id} list={tasks} />;
}
