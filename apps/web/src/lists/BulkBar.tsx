import { Button, CloseButton, Group, Text } from "@mantine/core";
import type { LiveQueryParams } from "@xo/contract";
import { countSelected, emptySelection, type TableSelection } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { ActionButton } from "../actions/ActionButton.tsx";
import { ActionMenu } from "../actions/ActionMenu.tsx";
import { useOffers } from "../actions/use-offers.ts";
import { usePublishSelection } from "../palette/selection.ts";
import { useSelectedRows } from "./use-selected-rows.ts";

/** Actions that stand beside the menu of all. */
const SHOWN = 3;

interface BulkBarProps {
	readonly selection: TableSelection;
	readonly total: number;
	readonly query: LiveQueryParams;
	readonly onChange: (selection: TableSelection) => void;
}

/** What can be done with the chosen rows. */
export function BulkBar(props: BulkBarProps) {
	const { selection, total, query, onChange } = props;
	const { t } = useTranslation();
	const count = countSelected(selection, total);
	const rows = useSelectedRows(selection, query);
	usePublishSelection(rows);
	const offers = useOffers(rows);
	return (
		<Group gap="xs" role="toolbar" aria-label={t("lists.selection")}>
			<CloseButton
				size={26}
				aria-label={t("lists.clearSelection")}
				onClick={() => onChange(emptySelection)}
			/>
			<Text size="sm" fw={600} role="status">
				{t("lists.selected", { count })}
			</Text>
			{offers.slice(0, SHOWN).map((offer) => (
				<ActionButton key={offer.action.id} offer={offer} />
			))}
			{offers.length > SHOWN && (
				<ActionMenu
					offers={offers}
					label={t("lists.moreActions")}
					target={<Button variant="default">{t("lists.moreActions")}</Button>}
				/>
			)}
		</Group>
	);
}
