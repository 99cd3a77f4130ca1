import { Checkbox, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogButtons } from "../forms/DialogButtons.tsx";
import { nameOf } from "../objects/read-row.ts";
import type { ActionDialogProps } from "./action.ts";

const NAMED = 10;

/** Asks before something is lost, and names what. */
export function ConfirmDialog(props: ActionDialogProps) {
	const { action, rows } = props;
	const { t } = useTranslation();
	const [snapshotBefore, setSnapshotBefore] = useState(true);
	const rest = rows.length - NAMED;
	const asksSnapshot = action.asks === "revert";
	return (
		<Stack gap="md">
			<List size="sm" spacing={2}>
				{rows.slice(0, NAMED).map((row) => {
					const lost = action.loses?.of?.(row);
					return (
						<List.Item key={row.id}>
							<Text span fw={600} size="sm">
								{nameOf(row)}
							</Text>
							{lost !== undefined && (
								<Text span size="sm" c="dimmed">
									{" "}
									({t(lost.key, lost.values)})
								</Text>
							)}
						</List.Item>
					);
				})}
				{rest > 0 && (
					<List.Item>{t("action.confirm.more", { count: rest })}</List.Item>
				)}
			</List>
			{action.loses !== undefined && (
				<Text size="sm">{t(action.loses.text)}</Text>
			)}
			{asksSnapshot && (
				<Checkbox
					label={t("action.ask.snapshotBefore")}
					checked={snapshotBefore}
					onChange={(event) => setSnapshotBefore(event.currentTarget.checked)}
				/>
			)}
			<DialogButtons
				label={props.confirmLabel}
				onCancel={props.onCancel}
				onConfirm={() =>
					props.onConfirm(asksSnapshot ? { snapshotBefore } : {})
				}
				isDestructive={action.isDestructive ?? false}
			/>
		</Stack>
	);
}
