import { CloseButton, Group, Skeleton, Stack, Title } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../actions/ActionMenu.tsx";
import { actionFields } from "../actions/registry.ts";
import { useOffers } from "../actions/use-offers.ts";
import { Notice } from "../app/Notice.tsx";
import { FactList } from "../details/Facts.tsx";
import { Texts } from "../details/Texts.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { useObject } from "../live/use-live-query.ts";
import { objectIcon } from "../objects/object-types.ts";
import { type CellContext, renderTitle, renderValue } from "./cell.tsx";
import { findField, type ListField, type ListType } from "./model.ts";
import { useNames } from "./names.ts";
import { useLinks } from "./use-links.ts";
import { valueText } from "./value-text.ts";

interface SidePanelProps {
	readonly list: ListType;
	readonly id: string;
	readonly onClose: () => void;
}

/** All facts of one object, beside its list. */
export function SidePanel({ list, id, onClose }: SidePanelProps) {
	const { t } = useTranslation();
	const format = useFormat();
	const onClick = useLinks();
	const { row, isMissing } = useObject(list.types, id, [
		...new Set([...list.fields.map((field) => field.id), ...actionFields]),
	]);
	const links = list.fields.filter(({ kind }) => kind === "link");
	const names = useNames(links, row === undefined ? [] : [row]);
	const context: CellContext = {
		t,
		format,
		names,
		nameOf: (target) => names.get(target)?.name,
	};
	return (
		<Stack p="md" gap="md" onClick={onClick}>
			{isMissing ? (
				<Notice icon={IconSearchOff} title={t("error.noSuchObject")} />
			) : row === undefined ? (
				<Skeleton height={240} role="status" aria-label={t("state.loading")} />
			) : (
				<Facts {...{ list, row, context, onClose }} key={row.id} />
			)}
		</Stack>
	);
}

interface FactsProps {
	readonly list: ListType;
	readonly row: LiveRow;
	readonly context: CellContext;
	readonly onClose: () => void;
}

function Facts({ list, row, context, onClose }: FactsProps) {
	const { t } = context;
	const offers = useOffers([row]);
	const title = findField(list, list.columns[0] ?? "");
	const TypeIcon = objectIcon(row.type);
	const facts = list.fields.filter(
		(field) =>
			field !== title &&
			field.id !== "name_description" &&
			field.id !== "tags" &&
			valueText(field, row[field.id], context) !== "",
	);
	return (
		<>
			<Group wrap="nowrap" gap="xs" align="flex-start">
				<TypeIcon size={20} stroke={1.6} aria-hidden />
				<Title order={2} fz="lg" flex={1} miw={0}>
					{title === undefined ? row.id : renderTitle(title, row, context)}
				</Title>
				{offers.length > 0 && <ActionMenu offers={offers} />}
				<CloseButton aria-label={t("lists.closePanel")} onClick={onClose} />
			</Group>
			{list.set !== undefined && <Texts row={row} set={list.set} />}
			<FactList
				facts={facts.map((field) => [
					t(`lists.fields.${field.label}`),
					renderFact(field, row, context),
				])}
			/>
		</>
	);
}

/** Bars are for comparing rows. */
function renderFact(field: ListField, row: LiveRow, context: CellContext) {
	return field.kind === "share"
		? valueText(field, row[field.id], context)
		: renderValue(field, row, context);
}
