import { ActionIcon, Tooltip } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { type ChangeEvent, type KeyboardEvent, useRef } from "react";
import classes from "./ConsoleView.module.css";
import type { ConsoleConnection } from "./console-connection.ts";
import type { ConsoleLabels } from "./console-labels.ts";
import { KEYS, type Key, keysymOf } from "./keys.ts";
import { changeOf } from "./text-change.ts";

/** Something for a phone's backspace to delete, whatever was typed. */
const FILLER = "_".repeat(50);

/** Opens the keyboard of a phone, which writes into a field: what changes in
 *  the field is typed into the machine. */
export function ScreenKeyboard(props: {
	readonly connection: ConsoleConnection;
	readonly isConnected: boolean;
	readonly labels: ConsoleLabels;
}) {
	const { connection, isConnected, labels } = props;
	const field = useRef<HTMLTextAreaElement>(null);
	const before = useRef(FILLER);

	const press = (key: Key) => connection.press({ name: "", keys: [key] });
	const reset = (element: HTMLTextAreaElement) => {
		element.value = FILLER;
		before.current = FILLER;
	};
	const onChange = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => {
		const { value } = currentTarget;
		const { deleted, inserted } = changeOf(before.current, value);
		for (let n = 0; n < deleted; n++) press(KEYS.backspace);
		for (const character of inserted) {
			press(
				character === "\n"
					? KEYS.enter
					: { keysym: keysymOf(character), code: "" },
			);
		}
		before.current = value;
		const isLong = value.length > 2 * FILLER.length;
		if (isLong || value.length === 0) reset(currentTarget);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		const key = DIRECT[event.key];
		if (key === undefined) return;
		event.preventDefault();
		press(key);
	};
	return (
		<>
			<Tooltip label={labels.keyboard} withinPortal={false}>
				<ActionIcon
					variant="default"
					aria-label={labels.keyboard}
					disabled={!isConnected}
					onClick={() => field.current?.focus()}
				>
					<IconKeyboard size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
			<textarea
				ref={field}
				className={classes.keyboardInput}
				aria-label={labels.keyboardInput}
				tabIndex={-1}
				defaultValue={FILLER}
				autoCapitalize="none"
				autoComplete="off"
				autoCorrect="off"
				spellCheck={false}
				onFocus={(event) => reset(event.currentTarget)}
				onChange={onChange}
				onKeyDown={onKeyDown}
			/>
		</>
	);
}

/** Keys that change no text. */
const DIRECT: Readonly<Record<string, Key>> = {
	Escape: KEYS.escape,
	Tab: KEYS.tab,
	ArrowLeft: KEYS.left,
	ArrowRight: KEYS.right,
	ArrowUp: KEYS.up,
	ArrowDown: KEYS.down,
};
