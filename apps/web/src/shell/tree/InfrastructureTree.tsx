import { Box, CloseButton, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue, useLocalStorage } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TreeRows } from "./TreeRows.tsx";
import { TREE_VIEWS, type TreeViewName } from "./tree-views.ts";

const VIEW_NAMES = Object.keys(TREE_VIEWS) as TreeViewName[];
/** Below the time of a key stroke: one query for a word typed in a breath. */
const SEARCH_DELAY_MS = 60;

/** What there is, as a tree with a search. */
export function InfrastructureTree(props: { readonly onNavigate: () => void }) {
	const { t } = useTranslation();
	const [view, setView] = useLocalStorage<TreeViewName>({
		key: "xo.tree.view",
		defaultValue: "hosts",
		getInitialValueInEffect: false,
	});
	const [search, setSearch] = useState("");
	const [settled] = useDebouncedValue(search, SEARCH_DELAY_MS);
	const name = view in TREE_VIEWS ? view : "hosts";
	return (
		<Stack
			component="section"
			gap={0}
			mih={0}
			flex={1}
			aria-label={t("tree.title")}
		>
			<Box p="xs">
				<Select
					aria-label={t("tree.view")}
					data={VIEW_NAMES.map((value) => ({
						value,
						label: t(TREE_VIEWS[value].label),
					}))}
					value={name}
					allowDeselect={false}
					onChange={(value) => setView((value ?? "hosts") as TreeViewName)}
					mb={4}
				/>
				<TextInput
					type="search"
					aria-label={t("tree.search")}
					placeholder={t("tree.search")}
					leftSection={<IconSearch size={14} />}
					rightSection={
						search === "" ? null : (
							<CloseButton
								size="xs"
								aria-label={t("tree.clear")}
								onClick={() => setSearch("")}
							/>
						)
					}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
			</Box>
			<TreeRows
				key={name}
				view={name}
				search={settled}
				onNavigate={props.onNavigate}
			/>
		</Stack>
	);
}
