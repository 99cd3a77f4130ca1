import {
	Button,
	Group,
	Modal,
	NumberInput,
	Select,
	Stack,
	Switch,
	TagsInput,
	TextInput,
	Tooltip,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { LiveRow, XoVif } from "@xo/contract";
import { whyNotVm } from "@xo/rules";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonText } from "../../actions/reason-text.ts";
import { vmFacts } from "../../actions/vm-power.ts";
import { useAction } from "../../calls/use-action.ts";
import { isMac } from "../../forms/mac.ts";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { idOf, listOf, numberOf, textOf } from "./use-vm.ts";

const LOCKS = ["network_default", "unlocked", "locked", "disabled"] as const;

/** Opens the dialogue for another interface. */
export function VifButton({ vm }: { readonly vm: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const [isOpen, setOpen] = useState(false);
	const refusal = whyNotVm(vmFacts(vm), "addVif");
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
					{t("vmPage.addVif")}
				</Button>
			</Tooltip>
			<Modal
				opened={isOpen}
				onClose={() => setOpen(false)}
				title={t("vmPage.addVif")}
			>
				<VifForm vm={vm} vif={undefined} onClose={() => setOpen(false)} />
			</Modal>
		</>
	);
}

export function EditVif(props: {
	readonly vif: LiveRow;
	readonly vm: LiveRow;
	readonly isOpen: boolean;
	readonly onClose: () => void;
}) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={props.isOpen}
			onClose={props.onClose}
			title={t("vmPage.editVif", { device: textOf(props.vif, "device") })}
		>
			<VifForm vm={props.vm} vif={props.vif} onClose={props.onClose} />
		</Modal>
	);
}

function useVifForm(vif: LiveRow | undefined) {
	const [network, setNetwork] = useState<string | null>(
		(vif && idOf(vif, "$network")) ?? null,
	);
	const [mac, setMac] = useState(vif === undefined ? "" : textOf(vif, "MAC"));
	const [ipv4, setIpv4] = useState<string[]>([
		...(vif === undefined ? [] : listOf(vif, "allowedIpv4Addresses")),
	]);
	const [ipv6, setIpv6] = useState<string[]>([
		...(vif === undefined ? [] : listOf(vif, "allowedIpv6Addresses")),
	]);
	return { network, setNetwork, mac, setMac, ipv4, setIpv4, ipv6, setIpv6 };
}

function VifForm(props: {
	readonly vm: LiveRow;
	readonly vif: LiveRow | undefined;
	readonly onClose: () => void;
}) {
	const { vm, vif, onClose } = props;
	const { t } = useTranslation();
	const form = useVifForm(vif);
	const [lock, setLock] = useState(
		(vif && textOf(vif, "lockingMode")) ?? "network_default",
	);
	const [rate, setRate] = useState<number | undefined>(
		vif && numberOf(vif, "rateLimit"),
	);
	const [checksums, setChecksums] = useState(vif?.txChecksumming !== false);
	const options = { failure: t("vmPage.notSaved"), onSuccess: onClose };
	const create = useAction("vm.createInterface", options);
	const change = useAction("vif.set", options);
	const isMacWrong = form.mac !== "" && !isMac(form.mac);
	const submit = () => {
		const { network, mac, ipv4, ipv6 } = form;
		if (network === null || isMacWrong) return;
		const addresses = {
			allowedIpv4Addresses: ipv4,
			allowedIpv6Addresses: ipv6,
		};
		if (vif === undefined) {
			create.mutate({
				vm: vm.id,
				network,
				...(mac === "" ? {} : { mac }),
				...addresses,
			});
			return;
		}
		change.mutate({
			id: vif.id,
			...(network === vif.$network ? {} : { network }),
			...(mac === "" || mac === vif.MAC ? {} : { mac }),
			...addresses,
			...(lock === vif.lockingMode
				? {}
				: { lockingMode: lock as XoVif["lockingMode"] }),
			...(rate === (numberOf(vif, "rateLimit") ?? undefined)
				? {}
				: { rateLimit: rate ?? null }),
			...(checksums === vif.txChecksumming
				? {}
				: { txChecksumming: checksums }),
		});
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<Stack gap="md">
				<ObjectSelect
					label={t("vmPage.network")}
					types={["network"]}
					filter={`$pool:"${textOf(vm, "$pool")}"`}
					value={form.network}
					onChange={form.setNetwork}
					isRequired
				/>
				<TextInput
					label={t("vmPage.mac")}
					placeholder={t("vmPage.macAuto")}
					description={vif && t("vmPage.macChange")}
					value={form.mac}
					error={isMacWrong && t("vmPage.macWrong")}
					onChange={(event) => form.setMac(event.currentTarget.value.trim())}
				/>
				<TagsInput
					size="xs"
					label={t("vmPage.allowedIpv4")}
					description={t("vmPage.allowedHint")}
					value={form.ipv4}
					onChange={form.setIpv4}
				/>
				<TagsInput
					size="xs"
					label={t("vmPage.allowedIpv6")}
					value={form.ipv6}
					onChange={form.setIpv6}
				/>
				{vif !== undefined && (
					<>
						<Select
							label={t("vmPage.locking")}
							data={LOCKS.map((value) => ({
								value,
								label: t(`vmPage.lock.${value}`),
							}))}
							value={lock}
							allowDeselect={false}
							onChange={(value) => setLock(value ?? "network_default")}
						/>
						<NumberInput
							label={t("vmPage.rateLimit")}
							description={t("vmPage.rateHint")}
							value={rate ?? ""}
							min={0}
							onChange={(value) =>
								setRate(typeof value === "number" ? value : undefined)
							}
						/>
						<Switch
							label={t("vmPage.checksums")}
							checked={checksums}
							onChange={(event) => setChecksums(event.currentTarget.checked)}
						/>
					</>
				)}
				<Group justify="flex-end" gap="sm">
					<Button variant="default" onClick={onClose}>
						{t("form.cancel")}
					</Button>
					<Button
						type="submit"
						disabled={form.network === null || isMacWrong}
						loading={create.isPending || change.isPending}
					>
						{t(vif === undefined ? "vmPage.addVif" : "form.save")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
