import { useNavigate, useRouterState } from "@tanstack/react-router";
import type { LiveQueryResult, LiveRow } from "@xo/contract";
import { useSlots } from "@xo/ui";
import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FindPlace } from "../../lists/find-place.ts";
import type { LiveStatus } from "../../live/live-entry.ts";
import { objectAt, objectPath } from "../../paths.ts";
import { TreeRow } from "./TreeRow.tsx";
import { objectIdOf } from "./tag-rows.ts";
import classes from "./tree.module.css";
import { useTreeKeys } from "./use-tree-keys.ts";

const ROW_HEIGHT = 26;
const OVERSCAN = 10;

interface TreeBodyProps {
	readonly result: LiveQueryResult | undefined;
	readonly status: LiveStatus;
	readonly expanded: readonly string[];
	readonly setExpanded: (id: string, isOpen: boolean) => void;
	readonly onNavigate: () => void;
	readonly findPlace?: FindPlace;
	/** Says which row is the first on screen. */
	readonly onFirst: (index: number) => void;
}

/** What is drawn with each step of scrolling. */
export function TreeBody(props: TreeBodyProps) {
	const { result, status, expanded, setExpanded, onFirst } = props;
	const { t } = useTranslation();
	const scroller = useRef<HTMLDivElement>(null);
	const [focused, setFocused] = useState(0);
	const openPage = useOpen(props.onNavigate);
	const pathname = useRouterState({
		select: ({ location }) => location.pathname,
	});
	const currentId = objectAt(pathname)?.id;
	const isExpanded = useMemo(() => new Set(expanded), [expanded]);
	/** What has no page, as a tag, opens in its place. */
	function open(row: LiveRow): void {
		if (!openPage(row)) setExpanded(row.id, !isExpanded.has(row.id));
	}
	const length = result?.length ?? 0;
	const rowAt = (index: number) => result?.rows[index - (result?.offset ?? 0)];
	const { slots, first, height, virtualizer } = useSlots({
		count: length,
		scroller,
		heightOf: () => ROW_HEIGHT,
		idOf: (index) => rowAt(index)?.id ?? String(index),
		overscan: OVERSCAN,
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: another row is what is told
	useEffect(() => onFirst(first), [first]);

	function moveTo(index: number): void {
		const next = Math.min(length - 1, Math.max(0, index));
		setFocused(next);
		virtualizer.scrollToIndex(next);
	}
	const onKeyDown = useTreeKeys({
		focused,
		length,
		rowAt,
		isExpanded: ({ id }) => isExpanded.has(id),
		setExpanded,
		findPlace: props.findPlace,
		moveTo,
		open,
	});
	function onClick({ target }: MouseEvent): void {
		const item = (target as Element).closest<HTMLElement>("[data-index]");
		const index = Number(item?.dataset.index);
		const row = rowAt(index);
		if (row === undefined) return;
		setFocused(index);
		const isToggle = (target as Element).closest("[data-toggle]") !== null;
		if (isToggle) setExpanded(row.id, !isExpanded.has(row.id));
		else open(row);
	}

	const current = rowAt(focused);
	return (
		<div
			ref={scroller}
			className={classes.scroller}
			data-stale={status === "stale" || undefined}
		>
			<div
				role="tree"
				tabIndex={0}
				aria-label={t("tree.title")}
				aria-activedescendant={current && `tree-${current.id}`}
				aria-busy={status === "loading"}
				className={classes.tree}
				style={{ height }}
				onKeyDown={onKeyDown}
				onClick={onClick}
			>
				{slots.map(({ key, index, top }) => {
					const row = rowAt(index);
					return (
						<TreeRow
							key={key}
							{...{ row, index, top, t }}
							isExpanded={row !== undefined && isExpanded.has(row.id)}
							isFocused={index === focused}
							isCurrent={row !== undefined && objectIdOf(row) === currentId}
						/>
					);
				})}
			</div>
		</div>
	);
}

function useOpen(onNavigate: () => void): (row: LiveRow) => boolean {
	const navigate = useNavigate();
	return (row) => {
		const path = objectPath(row.type, objectIdOf(row));
		if (path === undefined) return false;
		void navigate({ to: path });
		onNavigate();
		return true;
	};
}
