import { Box, Text } from "@mantine/core";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { LiveRow } from "@xo/contract";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { objectPath } from "../../paths.ts";
import { TreeRow } from "./TreeRow.tsx";
import classes from "./tree.module.css";
import { TREE_VIEWS, type TreeViewName, treeQuery } from "./tree-views.ts";
import { useExpanded } from "./use-expanded.ts";
import { useTreeKeys } from "./use-tree-keys.ts";

const ROW_HEIGHT = 26;
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
	const scroller = useRef<HTMLDivElement>(null);
	const [block, setBlock] = useState(0);
	const [focused, setFocused] = useState(0);
	const { expanded, setExpanded } = useExpanded(view);
	const { result, status } = useLiveQuery(
		treeQuery({
			view: TREE_VIEWS[view],
			search,
			expanded,
			window: { offset: Math.max(0, block - 1) * BLOCK, limit: 4 * BLOCK },
		}),
	);
	const length = result?.length ?? 0;
	const virtualizer = useVirtualizer({
		count: length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		overscan: 10,
		onChange: ({ range }) => {
			setBlock(Math.floor((range?.startIndex ?? 0) / BLOCK));
		},
	});
	const pathname = useRouterState({
		select: ({ location }) => location.pathname,
	});
	const navigate = useNavigate();

	function open(row: LiveRow): void {
		const path = objectPath(row.type, row.id);
		if (path === undefined) return;
		void navigate({ to: path });
		onNavigate();
	}

	function moveTo(index: number): void {
		const next = Math.min(length - 1, Math.max(0, index));
		setFocused(next);
		virtualizer.scrollToIndex(next);
	}

	const rowAt = (index: number) => result?.rows[index - (result?.offset ?? 0)];
	const current = rowAt(focused);
	const onKeyDown = useTreeKeys({
		focused,
		length,
		rowAt,
		isExpanded: ({ id }) => expanded.includes(id),
		setExpanded,
		moveTo,
		open,
	});

	if (status === "live" && length === 0) {
		return (
			<Text size="sm" c="dimmed" p="sm">
				{t(search === "" ? "tree.empty" : "tree.noMatch")}
			</Text>
		);
	}
	return (
		<Box
			ref={scroller}
			className={classes.scroller}
			opacity={status === "stale" ? 0.5 : 1}
		>
			<div
				role="tree"
				tabIndex={0}
				aria-label={t("tree.title")}
				aria-activedescendant={current && `tree-${current.id}`}
				aria-busy={status === "loading"}
				className={classes.tree}
				style={{ height: virtualizer.getTotalSize() }}
				onKeyDown={onKeyDown}
			>
				{virtualizer.getVirtualItems().map(({ index, start }) => {
					const row = rowAt(index);
					if (row === undefined) return null;
					return (
						<TreeRow
							key={row.id}
							row={row}
							top={start}
							isExpanded={expanded.includes(row.id)}
							isFocused={index === focused}
							isCurrent={isAt(pathname, row)}
							onToggle={() => {
								setFocused(index);
								setExpanded(row.id, !expanded.includes(row.id));
							}}
							onOpen={() => {
								setFocused(index);
								open(row);
							}}
						/>
					);
				})}
			</div>
		</Box>
	);
}

function isAt(pathname: string, row: LiveRow): boolean {
	const path = objectPath(row.type, row.id);
	const folder = path?.slice(0, path.lastIndexOf("/") + 1);
	return folder !== undefined && pathname.startsWith(folder);
}
