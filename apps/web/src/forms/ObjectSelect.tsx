import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { LiveRow } from "@xo/contract";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQuery, useObject } from "../live/use-live-query.ts";
import { nameOf } from "../objects/read-row.ts";

const SHOWN = 100;

function quote(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** An object of a pool, chosen by its name among those that match. */
export function ObjectSelect(props: {
	readonly label: string;
	readonly types: readonly string[];
	/** In the search language. */
	readonly filter?: string;
	readonly value: string | null;
	readonly onChange: (id: string | null) => void;
	/** More fields for `describe`. */
	readonly fields?: readonly string[];
	/** Beside the name. */
	readonly describe?: (row: LiveRow) => string;
	readonly placeholder?: string | undefined;
	readonly isRequired?: boolean;
	readonly isClearable?: boolean;
	readonly isDisabled?: boolean;
	readonly isLabelHidden?: boolean;
	readonly error?: ReactNode;
	readonly description?: ReactNode;
}) {
	const { label, types, filter = "", value, describe, fields = [] } = props;
	const { t } = useTranslation();
	const [search, setSearch] = useState("");
	const [settled] = useDebouncedValue(search, 100);
	const all = ["name_label", ...fields];
	const { row: chosen } = useObject(types, value ?? undefined, all);
	const textOf = (row: LiveRow) => {
		const name = nameOf(row);
		const more = describe?.(row) ?? "";
		return more === "" ? name : `${name} · ${more}`;
	};
	const chosenText = chosen === undefined ? "" : textOf(chosen);
	// The text of what is chosen is no search.
	const isSearching = settled !== "" && settled !== chosenText;
	const wanted = isSearching ? `name_label:${quote(settled)}` : "";
	const { result } = useLiveQuery({
		types,
		filter: [filter, wanted].filter((part) => part !== "").join(" "),
		sort: [{ key: "name_label" }],
		fields: all,
		window: { offset: 0, limit: SHOWN },
	});
	const rows = result?.rows ?? [];
	const data = rows.map((row) => ({ value: row.id, label: textOf(row) }));
	if (chosen !== undefined && !rows.some(({ id }) => id === chosen.id)) {
		data.unshift({ value: chosen.id, label: chosenText });
	}
	return (
		<Select
			{...(props.isLabelHidden ? { "aria-label": label } : { label })}
			data={data}
			value={value}
			searchable
			filter={({ options }) => options}
			searchValue={search}
			onSearchChange={setSearch}
			onChange={props.onChange}
			clearable={props.isClearable ?? false}
			withAsterisk={props.isRequired ?? false}
			disabled={props.isDisabled ?? false}
			error={props.error}
			description={props.description}
			placeholder={props.placeholder ?? t("form.choose")}
			nothingFoundMessage={t("form.noMatch")}
			maxDropdownHeight={280}
		/>
	);
}
