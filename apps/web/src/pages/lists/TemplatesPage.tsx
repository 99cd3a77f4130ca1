import { ListPage } from "../../lists/ListPage.tsx";
import { templates } from "../../lists/types/templates.ts";

export function TemplatesPage() {
	return <ListPage key={templates.id} list={templates} />;
}
