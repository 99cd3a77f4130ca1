import { useTranslation } from "react-i18next";
import type { ListType } from "../lists/model.ts";
import { EmbeddedList } from "./EmbeddedList.tsx";
import { scopeOf } from "./scope.ts";
import { useDetail } from "./use-detail.ts";

/** The objects that belong to the object of the page. */
export function listTab(tab: {
	readonly of: ListType;
	readonly list: ListType;
	/** Key of its name; that of the list where it is absent. */
	readonly label?: string;
	/** Their link to the object of the page. */
	readonly link: string;
	/** By default those of the list that are not the same in every row. */
	readonly columns?: readonly string[];
	/** CSS; most of the window by default. */
	readonly height?: string;
}) {
	const {
		of,
		link,
		label = `nav.${tab.list.id}`,
		columns = tab.list.columns.filter((id) => id !== link && id !== "$pool"),
		...rest
	} = tab;
	return function Tab() {
		const { t } = useTranslation();
		const { id } = useDetail(of);
		const list = { ...rest, columns, scope: scopeOf(link, id) };
		return <EmbeddedList {...list} label={t(label)} />;
	};
}
