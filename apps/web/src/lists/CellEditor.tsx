import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";

interface CellEditorProps {
	readonly label: string;
	readonly value: string;
	readonly isRequired: boolean;
	readonly onSave: (value: string) => void;
	readonly onClose: () => void;
}

/** Changes a text in its place: Enter keeps it, Escape does not. */
export function CellEditor(props: CellEditorProps) {
	const { label, value, isRequired, onSave, onClose } = props;
	const [text, setText] = useState(value);
	const isDone = useRef(false);
	const isMissing = isRequired && text.trim() === "";

	function finish(isKept: boolean): void {
		if (isDone.current) return;
		isDone.current = true;
		if (isKept && !isMissing && text !== value) onSave(text);
		onClose();
	}
	function onKeyDown(event: KeyboardEvent): void {
		event.stopPropagation();
		if (event.key === "Enter") finish(true);
		else if (event.key === "Escape") finish(false);
	}

	return (
		<div data-editor>
			<TextInput
				size="xs"
				autoFocus
				aria-label={label}
				error={isMissing}
				value={text}
				onFocus={(event) => event.currentTarget.select()}
				onChange={(event) => setText(event.currentTarget.value)}
				onKeyDown={onKeyDown}
				onBlur={() => finish(true)}
			/>
		</div>
	);
}
