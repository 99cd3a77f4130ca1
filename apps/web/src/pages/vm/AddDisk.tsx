import {
	Button,
	Checkbox,
	Group,
	Modal,
	SegmentedControl,
	Stack,
	TextInput,
	Tooltip,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { whyNotVm } from "@xo/rules";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonText } from "../../actions/reason-text.ts";
import { vmFacts } from "../../actions/vm-power.ts";
import { useAction } from "../../calls/use-action.ts";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { SizeInput } from "../../forms/SizeInput.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { numberOf, textOf } from "./use-vm.ts";

const GIB = 1024 ** 3;

/** Opens the dialogue that gives a VM a new disk or one that exists. */
export function AddDisk({ vm }: { readonly vm: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const [isOpen, setOpen] = useState(false);
	const refusal = whyNotVm(vmFacts(vm), "addDisk");
	const reason = refusal && reasonText(refusal, t, format);
	return (
		<>
			<Tooltip label={reason} disabled={reason === undefined}>
				<Button
					leftSection={<IconPlus size={14} aria-hidden />}
					aria-disabled={reason !== undefined}
					data-disabled={reason !== undefined || undefined}
					onClick={() => {
						if (reason === undefined) setOpen(true);
					}}
				>
					{t("vmPage.addDisk")}
				</Button>
			</Tooltip>
			<Modal
				opened={isOpen}
				onClose={() => setOpen(false)}
				title={t("vmPage.addDisk")}
			>
				<DiskForm vm={vm} onClose={() => setOpen(false)} />
			</Modal>
		</>
	);
}

function DiskForm(props: {
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
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<Stack gap="md">
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
						<ObjectSelect
							label={t("vmPage.sr")}
							types={["SR"]}
							filter={`$pool:"${pool}" content_type:user`}
							fields={["size", "physical_usage"]}
							describe={(row) =>
								t("vmPage.free", {
									size: format.bytes(
										(numberOf(row, "size") ?? 0) -
											(numberOf(row, "physical_usage") ?? 0),
									),
								})
							}
							value={sr}
							onChange={setSr}
							isRequired
						/>
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
				<Group justify="flex-end" gap="sm">
					<Button variant="default" onClick={onClose}>
						{t("form.cancel")}
					</Button>
					<Button
						type="submit"
						disabled={!isComplete}
						loading={create.isPending || attach.isPending}
					>
						{t("vmPage.addDisk")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
