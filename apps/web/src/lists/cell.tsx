import { IconCheck, IconMinus } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import type { ReactNode } from "react";
import { powerLook } from "../objects/PowerState.tsx";
import { objectPath } from "../paths.ts";
import { toneVariable } from "../theme/tokens.ts";
import styles from "./lists.module.css";
import type { ListField } from "./model.ts";
import type { Names } from "./names.ts";
import { type TextContext, valueText } from "./value-text.ts";

/** Above it, a share is drawn as high. */
const HIGH = 0.9;

export interface CellContext extends TextContext {
	readonly names: Names;
}

/** A value as a cell or a panel shows it. No hooks and few elements: cells are
 *  made for every row that scrolls in. Links are plain, see `useLinks`. */
export function renderValue(
	field: ListField,
	row: LiveRow,
	context: CellContext,
): ReactNode {
	const value = row[field.id];
	const text = valueText(field, value, context);
	if (text === "") return <span className={styles.none}>–</span>;
	switch (field.kind) {
		case "power":
			return renderPower(value, context);
		case "flag":
			return renderFlag(value === true, text);
		case "share":
			return renderShare(Number(value), text, field.isLoad);
		case "tags":
			return (value as readonly unknown[]).map((tag) => (
				<span key={String(tag)} className={styles.tag}>
					{String(tag)}
				</span>
			));
		case "link": {
			const target = context.names.get(String(value));
			if (target !== undefined && target.type === undefined) {
				return <span className={styles.none}>{text}</span>;
			}
			return renderLink(
				target?.type && objectPath(target.type, String(value)),
				text,
			);
		}
		default:
			return text;
	}
}

/** The cell that stands for the object: its name, as the way to its page, or
 *  what it is about. */
export function renderTitle(
	field: ListField,
	row: LiveRow,
	context: CellContext,
): ReactNode {
	if (field.kind === "link") return renderValue(field, row, context);
	const text = valueText(field, row[field.id], context) || row.id;
	return renderLink(objectPath(row.type, row.id), text);
}

function renderLink(path: string | undefined, text: string): ReactNode {
	return path === undefined ? (
		<span title={text}>{text}</span>
	) : (
		<a href={path} tabIndex={-1} data-page className={styles.link} title={text}>
			{text}
		</a>
	);
}

function renderPower(value: unknown, { t }: CellContext): ReactNode {
	const { icon: Icon, tone, label } = powerLook(value);
	return (
		<>
			<Icon
				size={14}
				color={toneVariable(tone)}
				aria-hidden
				className={styles.icon}
			/>
			{t(label)}
		</>
	);
}

function renderFlag(isTrue: boolean, text: string): ReactNode {
	const Icon = isTrue ? IconCheck : IconMinus;
	return (
		<>
			<Icon size={14} aria-hidden className={styles.icon} />
			{text}
		</>
	);
}

function renderShare(value: number, text: string, isLoad: boolean): ReactNode {
	const shown = Math.max(0, Math.min(value, 1));
	return (
		<span className={styles.share}>
			<span className={styles.track} aria-hidden>
				<span
					className={styles.fill}
					data-high={(isLoad && value > HIGH) || undefined}
					style={{ transform: `scaleX(${shown})` }}
				/>
			</span>
			<span className={styles.figure}>{text}</span>
		</span>
	);
}
