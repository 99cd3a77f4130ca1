import { useTranslation } from "react-i18next";
import type { ListType } from "../lists/model.ts";
import { Facts } from "./Facts.tsx";
import { Section, Sections } from "./Section.tsx";
import { TextsSection } from "./TextsSection.tsx";
import { useDetail } from "./use-detail.ts";

/** Facts that belong together. */
export interface FactGroup {
	/** Key of its title, below `detail.group`. */
	readonly title: string;
	readonly ids: readonly string[];
}

/** The facts of an object in groups, after what users write on it. */
export function FactsTab(props: {
	readonly list: ListType;
	readonly groups: readonly FactGroup[];
	/** Whether the texts of users stand here. */
	readonly hasTexts?: boolean;
}) {
	const { list, groups, hasTexts = false } = props;
	const { t } = useTranslation();
	const { row, context } = useDetail(list);
	if (row === undefined) return null;
	return (
		<Sections>
			{list.set !== undefined && hasTexts && (
				<TextsSection row={row} set={list.set} />
			)}
			{groups.map(({ title, ids }) => (
				<Section key={title} title={t(`detail.group.${title}`)}>
					<Facts {...{ list, row, context, ids }} />
				</Section>
			))}
		</Sections>
	);
}
