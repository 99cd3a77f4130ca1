import {
	ActionIcon,
	Group,
	Text,
	Textarea,
	TextInput,
	Tooltip,
} from "@mantine/core";
import { IconCheck, IconPencil, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

/** A text that is edited in its place: Enter saves, Escape leaves. What was
 *  saved is shown at once, and taken back when the server refuses. */
export function EditableText(props: {
	/** What it is: "Name". */
	readonly label: string;
	readonly value: string;
	readonly isRequired?: boolean;
	readonly isMultiline?: boolean;
	/** Why it cannot be edited; it can when absent. */
	readonly reason?: string | undefined;
	readonly onSave: (value: string) => Promise<unknown>;
}) {
	const { label, value, isMultiline = false, isRequired = false } = props;
	const { t } = useTranslation();
	const [draft, setDraft] = useState<string>();
	const [saved, setSaved] = useState<{ over: string; text: string }>();
	const hasFocus = useRef(false);
	const isPossible = props.reason === undefined;
	const shown = saved?.over === value ? saved.text : value;

	/** Keys work on from where the edit began. */
	const close = () => {
		setDraft(undefined);
		hasFocus.current = true;
	};
	const save = () => {
		const text = (draft ?? "").trim();
		close();
		if (text === shown || (isRequired && text === "")) return;
		setSaved({ over: value, text });
		props.onSave(text).catch(() => setSaved(undefined));
	};

	if (draft === undefined) {
		return (
			<Group gap={4} wrap="nowrap" align="flex-start" miw={0}>
				<Text
					size="sm"
					c={shown === "" ? "dimmed" : undefined}
					style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
				>
					{shown === "" ? t("form.empty") : shown}
				</Text>
				<Tooltip
					label={props.reason}
					disabled={isPossible}
					multiline
					maw={320}
					events={{ hover: true, focus: true, touch: true }}
				>
					<ActionIcon
						size="sm"
						aria-label={t("form.edit", { label })}
						data-disabled={!isPossible || undefined}
						aria-disabled={!isPossible}
						ref={(button) => {
							if (hasFocus.current) button?.focus();
							hasFocus.current = false;
						}}
						onClick={() => {
							if (isPossible) setDraft(shown);
						}}
					>
						<IconPencil size={14} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</Group>
		);
	}
	const Input = isMultiline ? Textarea : TextInput;
	return (
		<Group gap={4} wrap="nowrap" align="flex-start">
			<Input
				flex={1}
				aria-label={label}
				value={draft}
				autoFocus
				{...(isMultiline ? { autosize: true, minRows: 2 } : {})}
				onChange={(event) => setDraft(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Escape") close();
					if (event.key === "Enter" && !(isMultiline && event.shiftKey)) {
						event.preventDefault();
						save();
					}
				}}
			/>
			<ActionIcon aria-label={t("form.save")} onClick={save}>
				<IconCheck size={16} aria-hidden />
			</ActionIcon>
			<ActionIcon aria-label={t("form.cancel")} onClick={close}>
				<IconX size={16} aria-hidden />
			</ActionIcon>
		</Group>
	);
}
