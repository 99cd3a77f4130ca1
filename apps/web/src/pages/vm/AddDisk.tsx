import { Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { SizeInput } from "../../forms/SizeInput.tsx";
import { SrSelect } from "../../forms/SrSelect.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { numberOf, textOf } from "../../objects/read-row.ts";
import { AddButton } from "./AddButton.tsx";

const GIB = 1024 ** 3;

/** Gives a VM a new disk or one that exists. */
export function AddDisk({ vm }: { readonly vm: LiveRow }) {
	const { t } = useTranslation();
	return (
		<AddButton
			vm={vm}
			action="addDisk"
			label={t("vmPage.addDisk")}
			dialog={(close) => <DiskDialog vm={vm} onClose={close} />}
		/>
	);
}

function DiskDialog(props: {
	readonly vm: LiveRow;
	readonly onClose: () => void;
}) {
	const { vm, onClose } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const [kind, setKind] = useState<"new" | "existing">("new");
	const [name, setName] = useState(
		t("vmPage.diskName", { name: textOf(vm, "name_label") }),
	);
	const [size, setSize] = useState<number | undefined>(10 * GIB);
	const [sr, setSr] = useState<string | null>(null);
	const [vdi, setVdi] = useState<string | null>(null);
	const [isReadOnly, setReadOnly] = useState(false);
	const options = { failure: t("vmPage.notAdded"), onSuccess: onClose };
	const create = useAction("disk.create", options);
	const attach = useAction("vm.attachDisk", options);
	const pool = textOf(vm, "$pool");
	const mode = isReadOnly ? "RO" : "RW";
	const isComplete =
		kind === "new" ? sr !== null && name !== "" && !!size : vdi !== null;
	const submit = () => {
		if (kind === "new" && sr !== null && size !== undefined) {
			create.mutate({ name, size, sr, vm: vm.id, mode });
		} else if (vdi !== null) attach.mutate({ vm: vm.id, vdi, mode });
	};
	return (
		<FormDialog
			title={t("vmPage.addDisk")}
			submitLabel={t("vmPage.addDisk")}
			isBusy={create.isPending || attach.isPending}
			isSubmitDisabled={!isComplete}
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
			onClose={onClose}
		>
			<SegmentedControl
				aria-label={t("vmPage.diskKind")}
				data={[
					{ value: "new", label: t("vmPage.newDisk") },
					{ value: "existing", label: t("vmPage.existingDisk") },
				]}
				value={kind}
				onChange={(value) => setKind(value as typeof kind)}
			/>
			{kind === "new" ? (
				<>
					<TextInput
						label={t("vmPage.name")}
						value={name}
						withAsterisk
						onChange={(event) => setName(event.currentTarget.value)}
					/>
					<SizeInput
						label={t("vmPage.size")}
						value={size}
						onChange={setSize}
						isRequired
					/>
					<SrSelect pool={pool} value={sr} onChange={setSr} isRequired />
				</>
			) : (
				<ObjectSelect
					label={t("vmPage.disk")}
					types={["VDI"]}
					filter={`$pool:"${pool}" !$VBDs?`}
					fields={["size"]}
					describe={(row) => format.bytes(numberOf(row, "size"))}
					value={vdi}
					onChange={setVdi}
					description={t("vmPage.onlyFreeDisks")}
					isRequired
				/>
			)}
			<Checkbox
				label={t("vmPage.readOnly")}
				checked={isReadOnly}
				onChange={(event) => setReadOnly(event.currentTarget.checked)}
			/>
		</FormDialog>
	);
}
