import { Box, CloseButton, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue, useLocalStorage } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TagTree } from "./TagTree.tsx";
import { TreeRows } from "./TreeRows.tsx";
import { TREE_VIEWS, type TreeViewName } from "./tree-views.ts";

type ViewName = TreeViewName | "tags";

const VIEWS: Readonly<Record<ViewName, string>> = {
	hosts: TREE_VIEWS.hosts.label,
	tags: "tree.tags",
	storage: TREE_VIEWS.storage.label,
	networks: TREE_VIEWS.networks.label,
};
/** Below the time of a key stroke: one query for a word typed in a breath. */
const SEARCH_DELAY_MS = 60;

/** What there is, as a tree with a search. */
export function InfrastructureTree(props: { readonly onNavigate: () => void }) {
	const { t } = useTranslation();
	const [view, setView] = useLocalStorage<ViewName>({
		key: "xo.tree.view",
		defaultValue: "hosts",
		getInitialValueInEffect: false,
	});
	const [search, setSearch] = useState("");
	const [settled] = useDebouncedValue(search, SEARCH_DELAY_MS);
	const name = Object.hasOwn(VIEWS, view) ? view : "hosts";
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
					data={Object.entries(VIEWS).map(([value, label]) => ({
						value,
						label: t(label),
					}))}
					value={name}
					allowDeselect={false}
					onChange={(value) => setView((value ?? "hosts") as ViewName)}
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
			{name === "tags" ? (
				<TagTree search={settled} onNavigate={props.onNavigate} />
			) : (
				<TreeRows
					key={name}
					view={name}
					search={settled}
					onNavigate={props.onNavigate}
				/>
			)}
		</Stack>
	);
}
