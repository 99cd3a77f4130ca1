import { ListPage } from "../../lists/ListPage.tsx";
import { alarms } from "../../lists/types/events.ts";

export function AlarmsPage() {
	return <ListPage key={alarms.id} list={alarms} />;
}
