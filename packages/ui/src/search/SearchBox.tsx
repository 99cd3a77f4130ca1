import { CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import {
	type KeyboardEvent,
	type ReactNode,
	useId,
	useRef,
	useState,
} from "react";
import { complete, type SearchProperty } from "./completion.ts";
import styles from "./SearchBox.module.css";

/** Why a search is not understood. */
export interface SearchError {
	readonly message: string;
	/** Where, from 1. */
	readonly column: number;
}

/** A search as text, and what completes it. */
export interface SearchBoxProps {
	/** Accessible name. */
	readonly label: string;
	readonly placeholder?: string;
	readonly clearLabel: string;
	readonly value: string;
	/** With each key. */
	readonly onChange: (text: string) => void;
	/** Enter, with no completion chosen. */
	readonly onSubmit?: () => void;
	readonly properties: readonly SearchProperty[];
	readonly error?: SearchError | undefined;
	/** Stands at the end of the box: a button that opens a builder. */
	readonly action?: ReactNode;
}

/** A search in the filter language, with completion: arrows and Enter, or Tab
 *  for the first; Ctrl and space asks for it. */
export function SearchBox(props: SearchBoxProps) {
	const { value, error } = props;
	const input = useRef<HTMLInputElement>(null);
	const messageId = useId();
	const [caret, setCaret] = useState(value.length);
	const [scroll, setScroll] = useState(0);
	const combobox = useCombobox({
		onDropdownClose: () => combobox.resetSelectedOption(),
	});
	const found = complete(
		value,
		Math.min(caret, value.length),
		props.properties,
	);
	const hasOptions = found.options.length > 0;

	function accept(text: string): void {
		const option = found.options.find((other) => other.text === text);
		if (option === undefined) return;
		const after = value.slice(found.to);
		const gap = option.isDone && !/^[\s)]/.test(after) ? " " : "";
		const place = found.from + option.text.length + gap.length;
		props.onChange(`${value.slice(0, found.from)}${option.text}${gap}${after}`);
		setCaret(place);
		if (option.isDone) combobox.closeDropdown();
		combobox.resetSelectedOption();
		// The caret moves when the new text is there.
		requestAnimationFrame(() => {
			input.current?.focus();
			input.current?.setSelectionRange(place, place);
		});
	}

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		const isOpen = combobox.dropdownOpened && hasOptions;
		const [first] = found.options;
		if (event.key === " " && event.ctrlKey) {
			event.preventDefault();
			combobox.openDropdown();
		} else if (event.key === "Tab" && isOpen && !event.shiftKey && first) {
			event.preventDefault();
			const chosen = found.options[combobox.getSelectedOptionIndex()];
			accept((chosen ?? first).text);
		} else if (
			event.key === "Enter" &&
			!(isOpen && combobox.getSelectedOptionIndex() >= 0)
		) {
			combobox.closeDropdown();
			props.onSubmit?.();
		}
	}

	return (
		<Combobox store={combobox} onOptionSubmit={accept} position="bottom-start">
			<div className={styles.box}>
				<Combobox.EventsTarget withExpandedAttribute>
					<TextInput
						ref={input}
						role="combobox"
						data-search
						aria-label={props.label}
						error={error !== undefined}
						aria-describedby={error === undefined ? undefined : messageId}
						placeholder={props.placeholder}
						classNames={{ input: styles.input ?? "" }}
						spellCheck={false}
						autoComplete="off"
						value={value}
						leftSection={<IconSearch size={16} aria-hidden />}
						rightSectionWidth={66}
						rightSection={
							<>
								{value === "" ? null : (
									<CloseButton
										size={26}
										aria-label={props.clearLabel}
										onClick={() => {
											props.onChange("");
											input.current?.focus();
										}}
									/>
								)}
								{props.action}
							</>
						}
						onChange={(event) => {
							const { value: text, selectionStart } = event.currentTarget;
							props.onChange(text);
							setCaret(selectionStart ?? text.length);
							combobox.openDropdown();
							combobox.resetSelectedOption();
						}}
						onSelect={(event) =>
							setCaret(event.currentTarget.selectionStart ?? 0)
						}
						onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
						onBlur={() => combobox.closeDropdown()}
						onKeyDown={onKeyDown}
					/>
				</Combobox.EventsTarget>
				{error === undefined ? null : (
					<>
						<Underline {...{ value, scroll }} column={error.column} />
						<div id={messageId} role="status" className={styles.message}>
							{error.message}
						</div>
					</>
				)}
			</div>
			<Combobox.Dropdown hidden={!hasOptions}>
				<Combobox.Options mah={320} style={{ overflowY: "auto" }}>
					{found.options.map(({ text, label, hint }) => (
						<Combobox.Option value={text} key={text} className={styles.option}>
							<span>{label}</span>
							<span className={styles.hint}>{hint}</span>
						</Combobox.Option>
					))}
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

interface UnderlineProps {
	readonly value: string;
	readonly column: number;
	readonly scroll: number;
}

/** A line under the word that is wrong; a space after the end where something
 *  is missing. */
function Underline({ value, column, scroll }: UnderlineProps) {
	const start = Math.min(column - 1, value.length);
	const word = /^\S+/.exec(value.slice(start))?.[0] ?? "\u00A0";
	return (
		<div aria-hidden className={styles.underlay}>
			<div style={{ transform: `translateX(${-scroll}px)` }}>
				{value.slice(0, start)}
				<span className={styles.wrong}>{word}</span>
			</div>
		</div>
	);
}
