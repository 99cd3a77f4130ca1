import { useTranslation } from "react-i18next";
import type { ListType } from "../lists/model.ts";
import { EmbeddedList } from "./EmbeddedList.tsx";
import { scopeOf } from "./scope.ts";
import { useDetail } from "./use-detail.ts";

interface ListTabProps {
	readonly of: ListType;
	readonly list: ListType;
	/** Key of its name; that of the list where it is absent. */
	readonly label?: string;
	/** Their link to the object of the page. */
	readonly link: string;
	readonly columns?: readonly string[];
	/** CSS; most of the window by default. */
	readonly height?: string;
}

/** The objects that belong to the object of the page. */
export function ListTab(props: ListTabProps) {
	const { of, link, label = `nav.${props.list.id}`, ...rest } = props;
	const { t } = useTranslation();
	const { id } = useDetail(of);
	return <EmbeddedList {...rest} label={t(label)} scope={scopeOf(link, id)} />;
}

/** A page of nothing but these objects. */
export function listTab(props: ListTabProps) {
	return function Tab() {
		return <ListTab {...props} />;
	};
}
