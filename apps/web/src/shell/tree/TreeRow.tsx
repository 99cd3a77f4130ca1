import { IconChevronRight } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState } from "../../objects/PowerState.tsx";
import classes from "./tree.module.css";

const INDENT = 14;

/** One object. Keys are handled by the tree, which has the focus. */
export function TreeRow(props: {
	readonly row: LiveRow;
	readonly top: number;
	readonly isExpanded: boolean;
	readonly isFocused: boolean;
	readonly isCurrent: boolean;
	readonly onToggle: () => void;
	readonly onOpen: () => void;
}) {
	const { row, isExpanded } = props;
	const depth = row.$depth ?? 0;
	const hasChildren = (row.$children ?? 0) > 0;
	const name = String(row.name_label || row.id);
	const TypeIcon = objectIcon(row.type);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
		<div
			id={`tree-${row.id}`}
			role="treeitem"
			tabIndex={-1}
			aria-level={depth + 1}
			aria-expanded={hasChildren ? isExpanded : undefined}
			aria-selected={props.isCurrent}
			data-focused={props.isFocused || undefined}
			className={classes.row}
			style={{ top: props.top, paddingLeft: 4 + depth * INDENT }}
			onClick={props.onOpen}
		>
			{hasChildren ? (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys open and close
				// biome-ignore lint/a11y/noStaticElementInteractions: a part of its tree item
				<span
					className={classes.toggle}
					data-open={isExpanded || undefined}
					onClick={(event) => {
						event.stopPropagation();
						props.onToggle();
					}}
				>
					<IconChevronRight size={14} aria-hidden />
				</span>
			) : (
				<span className={classes.toggle} />
			)}
			<TypeIcon size={15} stroke={1.5} className={classes.icon} aria-hidden />
			<span className={classes.name}>{name}</span>
			{row.power_state !== null && row.power_state !== undefined && (
				<PowerState state={row.power_state} iconOnly size={11} />
			)}
			{hasChildren && <span className={classes.count}>{row.$children}</span>}
		</div>
	);
}
