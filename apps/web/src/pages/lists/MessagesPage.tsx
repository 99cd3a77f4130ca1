import { ListPage } from "../../lists/ListPage.tsx";
import { messages } from "../../lists/types/events.ts";

export function MessagesPage() {
	return <ListPage key={messages.id} list={messages} />;
}
