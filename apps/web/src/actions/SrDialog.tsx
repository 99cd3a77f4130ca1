import { Stack, Text, TextInput } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogButtons } from "../forms/DialogButtons.tsx";
import { ObjectSelect } from "../forms/ObjectSelect.tsx";
import { useFormat } from "../i18n/use-format.ts";
import type { ActionDialogProps } from "./action.ts";

/** Asks where copies of VMs, or disks, are to go. */
export function SrDialog({ action, rows, ...props }: ActionDialogProps) {
	const { t } = useTranslation();
	const format = useFormat();
	const [first] = rows;
	const isCopy = action.asks === "copy";
	const isNamed = isCopy && rows.length === 1;
	const [name, setName] = useState(
		isNamed
			? t("action.ask.cloneName", { name: String(first?.name_label ?? "") })
			: "",
	);
	const [sr, setSr] = useState<string | null>(null);
	const isOnePool = new Set(rows.map(({ $pool }) => $pool)).size === 1;
	const describe = (row: LiveRow) =>
		t("action.ask.free", {
			size: format.bytes(
				Math.max(0, Number(row.size) - Number(row.physical_usage)),
			),
		});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (sr !== null) props.onConfirm({ sr, ...(isNamed ? { name } : {}) });
			}}
		>
			<Stack gap="md">
				{isNamed && (
					<TextInput
						label={t("action.ask.name")}
						value={name}
						required
						maxLength={4_096}
						onChange={(event) => setName(event.currentTarget.value)}
						data-autofocus
					/>
				)}
				<ObjectSelect
					label={t("action.ask.sr")}
					types={["SR"]}
					filter={
						isCopy || !isOnePool
							? "!content_type:iso"
							: `!content_type:iso $pool:${String(first?.$pool)}`
					}
					fields={["size", "physical_usage"]}
					describe={describe}
					value={sr}
					onChange={setSr}
					isRequired
				/>
				<Text size="sm" c="dimmed">
					{t(isCopy ? "action.ask.copyHint" : "action.ask.moveDiskHint")}
				</Text>
				<DialogButtons
					label={props.confirmLabel}
					onCancel={props.onCancel}
					isDisabled={sr === null}
				/>
			</Stack>
		</form>
	);
}
