import {
	Alert,
	Button,
	Group,
	Modal,
	Progress,
	Select,
	Stack,
	Textarea,
} from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { ConsoleConnection } from "./console-connection.ts";
import type { ConsoleLabels } from "./console-labels.ts";
import { KEY_LAYOUTS, type KeyLayoutId } from "./key-layouts.ts";
import { createTypist, toKeyStrokes } from "./type-text.ts";

const MAX_CHARACTERS = 10_000;
const SLICE = 50;

interface PasteDialogProps {
	readonly isOpen: boolean;
	readonly onClose: () => void;
	readonly connection: ConsoleConnection;
	readonly labels: ConsoleLabels;
}

/** Types a text into the machine, key by key: works where the machine shares
 *  no clipboard. */
export function PasteDialog(props: PasteDialogProps) {
	const { isOpen, onClose, connection, labels } = props;
	return (
		<Modal
			opened={isOpen}
			onClose={onClose}
			title={labels.pasteTitle}
			closeButtonProps={{ "aria-label": labels.cancel }}
			withinPortal={false}
			// Outside of a portal it would stand where the toolbar is.
			styles={{ inner: { inset: 0 } }}
			returnFocus={false}
			onExitTransitionEnd={() => connection.focus()}
		>
			<PasteForm {...props} />
		</Modal>
	);
}

function PasteForm({ onClose, connection, labels }: PasteDialogProps) {
	const [text, setText] = useState("");
	const [layoutId, setLayoutId] = useLocalStorage<KeyLayoutId>({
		key: "xo.console.layout",
		defaultValue: guessLayout(),
	});
	const [share, setShare] = useState<number>();
	const stop = useRef<AbortController>(undefined);
	const layout = KEY_LAYOUTS.find(({ id }) => id === layoutId);
	if (layout === undefined) return null;
	const { strokes, missing } = toKeyStrokes(text, createTypist(layout));

	const type = async () => {
		const controller = new AbortController();
		stop.current = controller;
		for (let at = 0; at < strokes.length; at += SLICE) {
			setShare((100 * at) / strokes.length);
			const slice = strokes.slice(at, at + SLICE);
			const pressed = await connection.type(slice, controller.signal);
			if (pressed < slice.length) break;
		}
		setShare(undefined);
		onClose();
	};
	const isTyping = share !== undefined;
	return (
		<Stack
			component="form"
			onSubmit={(event) => {
				event.preventDefault();
				void type();
			}}
		>
			<Textarea
				label={labels.pasteText}
				description={labels.pasteHint}
				value={text}
				maxLength={MAX_CHARACTERS}
				onChange={(event) => setText(event.currentTarget.value)}
				autosize
				minRows={3}
				maxRows={10}
				disabled={isTyping}
				spellCheck={false}
				data-autofocus
			/>
			<Select
				label={labels.layout}
				value={layoutId}
				onChange={(next) => next && setLayoutId(next)}
				data={KEY_LAYOUTS.map(({ id }) => ({
					value: id,
					label: labels.layouts[id],
				}))}
				allowDeselect={false}
				disabled={isTyping}
				comboboxProps={{ withinPortal: false }}
			/>
			{missing.length > 0 && (
				<Alert color="yellow">{labels.missing(missing.join(" "))}</Alert>
			)}
			{isTyping && <Progress value={share} aria-label={labels.type} />}
			<Group justify="flex-end" gap="sm">
				<Button
					variant="default"
					onClick={() => (isTyping ? stop.current?.abort() : onClose())}
				>
					{labels.cancel}
				</Button>
				<Button
					type="submit"
					loading={isTyping}
					disabled={strokes.length === 0}
				>
					{labels.type}
				</Button>
			</Group>
		</Stack>
	);
}

function guessLayout(): KeyLayoutId {
	const language = navigator.language.toLowerCase();
	if (language === "en-gb") return "gb";
	const [prefix] = language.split("-");
	return KEY_LAYOUTS.find(({ id }) => id === prefix)?.id ?? "us";
}
