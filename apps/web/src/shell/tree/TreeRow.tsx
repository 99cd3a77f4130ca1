import { IconChevronRight } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import type { TFunction } from "i18next";
import { memo } from "react";
import { objectIcon } from "../../objects/object-types.ts";
import { powerLook } from "../../objects/PowerState.tsx";
import { nameOf } from "../../objects/read-row.ts";
import { toneVariable } from "../../theme/tokens.ts";
import classes from "./tree.module.css";

const INDENT = 14;

interface TreeRowProps {
	/** Absent while it is not loaded. */
	readonly row: LiveRow | undefined;
	readonly index: number;
	readonly top: number;
	readonly isExpanded: boolean;
	readonly isFocused: boolean;
	readonly isCurrent: boolean;
	readonly t: TFunction;
}

/** One object. Keys and clicks are handled by the tree, which has the focus.
 *  Drawn with each step of scrolling: no hooks, few elements. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
	const { row, index, top, isExpanded } = props;
	if (row === undefined) {
		return <div className={classes.row} style={{ top }} aria-hidden />;
	}
	const depth = row.$depth ?? 0;
	const hasChildren = (row.$children ?? 0) > 0;
	const TypeIcon = objectIcon(row.type);
	return (
		<div
			id={`tree-${row.id}`}
			role="treeitem"
			tabIndex={-1}
			data-index={index}
			aria-level={depth + 1}
			aria-expanded={hasChildren ? isExpanded : undefined}
			aria-selected={props.isCurrent}
			data-focused={props.isFocused || undefined}
			className={classes.row}
			style={{ top, paddingLeft: 4 + depth * INDENT }}
		>
			<span
				className={classes.toggle}
				data-toggle={hasChildren || undefined}
				data-open={isExpanded || undefined}
			>
				{hasChildren ? <IconChevronRight size={14} aria-hidden /> : null}
			</span>
			<TypeIcon size={15} stroke={1.5} className={classes.icon} aria-hidden />
			<span className={classes.name}>{nameOf(row)}</span>
			{row.power_state === null || row.power_state === undefined
				? null
				: renderPower(row.power_state, props.t)}
			{hasChildren ? (
				<span className={classes.count}>{row.$children}</span>
			) : null}
		</div>
	);
});

function renderPower(state: unknown, t: TFunction) {
	const { icon: StateIcon, tone, label } = powerLook(state);
	return (
		<StateIcon
			size={11}
			color={toneVariable(tone)}
			role="img"
			aria-label={t(label)}
		/>
	);
}
