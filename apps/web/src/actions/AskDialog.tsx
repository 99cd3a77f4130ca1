import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogButtons } from "../forms/DialogButtons.tsx";
import type { ActionDialogProps } from "./action.ts";

/** What a snapshot or a clone is to be. */
export function AskDialog(props: ActionDialogProps) {
	const { action, rows } = props;
	const { t } = useTranslation();
	const [first] = rows;
	const isSnapshot = action.asks === "snapshot";
	const isOne = rows.length === 1;
	const [name, setName] = useState(
		isSnapshot || !isOne
			? ""
			: t("action.ask.cloneName", { name: String(first?.name_label ?? "") }),
	);
	const [description, setDescription] = useState("");
	const [isFull, setFull] = useState(false);
	const canSaveMemory = rows.every(
		({ power_state }) => power_state === "Running",
	);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				props.onConfirm(
					isSnapshot
						? { name, description, withMemory: isFull }
						: { name, fullCopy: isFull },
				);
			}}
		>
			<Stack gap="md">
				{(isOne || isSnapshot) && (
					<TextInput
						label={t("action.ask.name")}
						placeholder={isSnapshot ? t("action.ask.nameAuto") : undefined}
						value={name}
						required={!isSnapshot}
						maxLength={4_096}
						onChange={(event) => setName(event.currentTarget.value)}
						data-autofocus
					/>
				)}
				{isSnapshot && (
					<TextInput
						label={t("action.ask.description")}
						value={description}
						onChange={(event) => setDescription(event.currentTarget.value)}
					/>
				)}
				{(!isSnapshot || canSaveMemory) && (
					<Checkbox
						label={t(
							isSnapshot ? "action.ask.withMemory" : "action.ask.fullCopy",
						)}
						description={t(
							isSnapshot
								? "action.ask.withMemoryHint"
								: "action.ask.fullCopyHint",
						)}
						checked={isFull}
						onChange={(event) => setFull(event.currentTarget.checked)}
					/>
				)}
				<DialogButtons label={props.confirmLabel} onCancel={props.onCancel} />
			</Stack>
		</form>
	);
}
