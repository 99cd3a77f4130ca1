import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { placeFinder } from "../../lists/find-place.ts";
import { withDefaults } from "../../live/live-store.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { useSessionStore } from "../../session/session-context.ts";
import { TreeBody } from "./TreeBody.tsx";
import { TREE_VIEWS, type TreeViewName, treeQuery } from "./tree-views.ts";
import { useExpanded } from "./use-expanded.ts";

/** Rows come in blocks, so that scrolling does not ask for each of them. */
const BLOCK = 50;

interface TreeRowsProps {
	readonly view: TreeViewName;
	readonly search: string;
	readonly onNavigate: () => void;
}

/** The rows of the tree that are in view, of however many there are. */
export function TreeRows({ view, search, onNavigate }: TreeRowsProps) {
	const { t } = useTranslation();
	const [block, setBlock] = useState(0);
	const { expanded, setExpanded } = useExpanded(view);
	const session = useSessionStore();
	const query = treeQuery({
		view: TREE_VIEWS[view],
		search,
		expanded,
		window: { offset: Math.max(0, block - 1) * BLOCK, limit: 4 * BLOCK },
	});
	const { result, status } = useLiveQuery(query);
	if (status === "live" && result?.length === 0) {
		return (
			<Text size="sm" c="dimmed" p="sm">
				{t(search === "" ? "tree.empty" : "tree.noMatch")}
			</Text>
		);
	}
	return (
		<TreeBody
			findPlace={placeFinder(session, {
				...withDefaults(query),
				key: "name_label",
			})}
			{...{ result, status, expanded, setExpanded, onNavigate }}
			onFirst={(first) => setBlock(Math.floor(first / BLOCK))}
		/>
	);
}
