import type { ListType } from "../lists/model.ts";
import { EmbeddedList } from "./EmbeddedList.tsx";
import { scopeOf } from "./scope.ts";
import { useDetail } from "./use-detail.ts";

/** The objects that belong to the object of the page. */
export function ListTab(props: {
	readonly of: ListType;
	readonly list: ListType;
	readonly label: string;
	/** Their link to the object of the page. */
	readonly link: string;
	readonly columns?: readonly string[];
	/** CSS; most of the window by default. */
	readonly height?: string;
}) {
	const { of, link, ...rest } = props;
	const { id } = useDetail(of);
	return <EmbeddedList {...rest} scope={scopeOf(link, id)} />;
}
