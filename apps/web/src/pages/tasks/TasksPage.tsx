import { ListPage } from "../../lists/ListPage.tsx";
import { tasks } from "../../lists/types/events.ts";
import { useTaskTabs } from "./use-task-tabs.ts";

/** The tasks of the pools. */
export function TasksPage() {
	return <ListPage key={tasks.id} list={tasks} tabs={useTaskTabs()} />;
}
