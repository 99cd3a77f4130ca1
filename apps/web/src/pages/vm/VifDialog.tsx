import {
	NumberInput,
	Select,
	Switch,
	TagsInput,
	TextInput,
} from "@mantine/core";
import type { LiveRow, XoVif } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { isMac } from "../../forms/mac.ts";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { idOf, listOf, numberOf, textOf } from "../../objects/read-row.ts";
import { AddButton } from "./AddButton.tsx";

const LOCKS = ["network_default", "unlocked", "locked", "disabled"] as const;

/** Gives a VM another interface. */
export function AddVif({ vm }: { readonly vm: LiveRow }) {
	const { t } = useTranslation();
	return (
		<AddButton
			vm={vm}
			action="addVif"
			label={t("vmPage.addVif")}
			dialog={(close) => <VifDialog vm={vm} vif={undefined} onClose={close} />}
		/>
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
	const [lock, setLock] = useState(
		(vif && textOf(vif, "lockingMode")) ?? "network_default",
	);
	const [rate, setRate] = useState<number | undefined>(
		vif && numberOf(vif, "rateLimit"),
	);
	const [checksums, setChecksums] = useState(vif?.txChecksumming !== false);
	return {
		...{ network, setNetwork, mac, setMac, ipv4, setIpv4, ipv6, setIpv6 },
		...{ lock, setLock, rate, setRate, checksums, setChecksums },
	};
}

/** Makes an interface, or changes one. */
export function VifDialog(props: {
	readonly vm: LiveRow;
	/** Absent: a new one. */
	readonly vif: LiveRow | undefined;
	readonly onClose: () => void;
}) {
	const { vm, vif, onClose } = props;
	const { t } = useTranslation();
	const form = useVifForm(vif);
	const { lock, setLock, rate, setRate, checksums, setChecksums } = form;
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
		<FormDialog
			title={
				vif === undefined
					? t("vmPage.addVif")
					: t("vmPage.editVif", { device: textOf(vif, "device") })
			}
			submitLabel={t(vif === undefined ? "vmPage.addVif" : "form.save")}
			isBusy={create.isPending || change.isPending}
			isSubmitDisabled={form.network === null || isMacWrong}
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
			onClose={onClose}
		>
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
		</FormDialog>
	);
}
