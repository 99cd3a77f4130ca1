import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withDefaults } from "../../live/live-store.ts";
import { useLiveQueries } from "../../live/use-live-queries.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { TreeBody } from "./TreeBody.tsx";
import { placeTags, rowsOfTags, windowsOfTags } from "./tag-rows.ts";
import { TAGGED_TYPES, tagFilter } from "./tree-views.ts";

/** Rows come in blocks, so that scrolling does not ask for each of them. */
const BLOCK = 50;
/** Each that is on screen costs a live query. */
const MOST_OPEN = 12;

/** Every tag, with the objects that have it. */
export function TagTree(props: {
	readonly search: string;
	readonly onNavigate: () => void;
}) {
	const { t } = useTranslation();
	const [block, setBlock] = useState(0);
	const [expanded, setAllExpanded] = useState<readonly string[]>([]);
	const { result, status } = useLiveQuery({
		types: TAGGED_TYPES,
		filter: "tags?",
		window: { offset: 0, limit: 0 },
		groupBy: "tags",
	});
	const search = props.search.trim().toLowerCase();
	const found = (result?.groups ?? []).flatMap(({ key, count }) =>
		typeof key === "string" && key.toLowerCase().includes(search)
			? [{ name: key, count }]
			: [],
	);
	const { tags, length } = placeTags(found, expanded);
	const shown = { offset: Math.max(0, block - 1) * BLOCK, limit: 4 * BLOCK };
	const snapshots = useLiveQueries(
		Object.fromEntries(
			windowsOfTags(tags, shown).map(({ tag, window }) => [
				tag,
				withDefaults({
					types: TAGGED_TYPES,
					filter: tagFilter(tag),
					sort: [{ key: "type" }, { key: "name_label" }],
					fields: ["name_label", "power_state"],
					window,
				}),
			]),
		),
	);
	if (status === "live" && length === 0) {
		return (
			<Text size="sm" c="dimmed" p="sm">
				{t(search === "" ? "tree.noTags" : "tree.noMatch")}
			</Text>
		);
	}
	const rows = rowsOfTags(tags, shown, (tag) => snapshots.get(tag)?.result);
	return (
		<TreeBody
			result={result && { ...result, length, offset: shown.offset, rows }}
			status={status}
			expanded={expanded}
			setExpanded={(id, isOpen) =>
				setAllExpanded((before) => {
					const others = before.filter((other) => other !== id);
					return (isOpen ? [...others, id] : others).slice(-MOST_OPEN);
				})
			}
			onNavigate={props.onNavigate}
			onFirst={(first) => setBlock(Math.floor(first / BLOCK))}
		/>
	);
}
