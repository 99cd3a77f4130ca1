import { Skeleton, Stack, Table, Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../actions/ActionMenu.tsx";
import { useOffers } from "../../actions/use-offers.ts";
import { Section } from "../../details/Section.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import {
	idOf,
	listOf,
	mapOf,
	numberOf,
	textOf,
} from "../../objects/read-row.ts";
import { PlugState } from "./StateText.tsx";
import { useVm } from "./use-vm.ts";
import { AddVif, VifDialog } from "./VifDialog.tsx";
import classes from "./vm.module.css";

const MAX_SHOWN = 100;

/** The network interfaces of a VM. */
export function NetworkTab() {
	const { t } = useTranslation();
	const { id, row } = useVm();
	const { result } = useLiveQuery({
		types: ["VIF"],
		filter: `$VM:"${id}"`,
		sort: [{ key: "device" }],
		fields: [
			"device",
			"MAC",
			"MTU",
			"attached",
			"lockingMode",
			"allowedIpv4Addresses",
			"allowedIpv6Addresses",
			"rateLimit",
			"txChecksumming",
			"$network",
			"$VM",
			"$pool",
		],
		window: { offset: 0, limit: MAX_SHOWN },
	});
	if (row === undefined) return null;
	return (
		<Stack gap="md">
			<Section
				title={t("vmPage.interfaces")}
				actions={row.type === "VM" && <AddVif vm={row} />}
			>
				{result === undefined ? (
					<Skeleton h={96} />
				) : result.total === 0 ? (
					<Text size="sm" c="dimmed">
						{t("vmPage.noVifs")}
					</Text>
				) : (
					<div className={classes.scroll}>
						<Table miw={760}>
							<Table.Thead>
								<Table.Tr>
									<Table.Th>{t("vmPage.device")}</Table.Th>
									<Table.Th>{t("vmPage.network")}</Table.Th>
									<Table.Th>{t("vmPage.mac")}</Table.Th>
									<Table.Th>{t("vmPage.addresses")}</Table.Th>
									<Table.Th>{t("vmPage.locking")}</Table.Th>
									<Table.Th>{t("vmPage.state")}</Table.Th>
									<Table.Th aria-label={t("action.selection")} />
								</Table.Tr>
							</Table.Thead>
							<Table.Tbody>
								{result.rows.map((vif) => (
									<VifRow key={vif.id} vif={vif} vm={row} />
								))}
							</Table.Tbody>
						</Table>
					</div>
				)}
			</Section>
		</Stack>
	);
}

/** Addresses are told by device: `0/ipv4/0`. */
function addressesOf(vm: LiveRow, device: string): string[] {
	const all = Object.entries(mapOf(vm, "addresses"));
	return all.flatMap(([key, address]) =>
		key.startsWith(`${device}/`) && typeof address === "string"
			? [address]
			: [],
	);
}

function VifRow(props: { readonly vif: LiveRow; readonly vm: LiveRow }) {
	const { vif, vm } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const [isEditing, setEditing] = useState(false);
	const offers = useOffers([{ ...vif, vmPowerState: vm.power_state }]);
	const device = textOf(vif, "device");
	const network = idOf(vif, "$network");
	const rate = numberOf(vif, "rateLimit");
	const allowed = [
		...listOf(vif, "allowedIpv4Addresses"),
		...listOf(vif, "allowedIpv6Addresses"),
	];
	return (
		<Table.Tr>
			<Table.Td>{device}</Table.Td>
			<Table.Td>
				{network !== undefined && <ObjectLink type="network" id={network} />}
			</Table.Td>
			<Table.Td className={classes.mono}>{textOf(vif, "MAC")}</Table.Td>
			<Table.Td>
				{addressesOf(vm, device).map((address) => (
					<div key={address}>{address}</div>
				))}
			</Table.Td>
			<Table.Td>
				<Text size="sm">{t(`vmPage.lock.${textOf(vif, "lockingMode")}`)}</Text>
				{allowed.length > 0 && (
					<Text size="xs" c="dimmed">
						{format.list(allowed)}
					</Text>
				)}
				{rate !== undefined && (
					<Text size="xs" c="dimmed">
						{t("vmPage.limitedTo", { rate: format.rate(rate * 1024) })}
					</Text>
				)}
			</Table.Td>
			<Table.Td>
				<PlugState isAttached={vif.attached === true} />
			</Table.Td>
			<Table.Td>
				<ActionMenu
					offers={offers}
					label={t("vmPage.actionsOf", { name: device })}
					onEdit={() => setEditing(true)}
				/>
				{isEditing && (
					<VifDialog vif={vif} vm={vm} onClose={() => setEditing(false)} />
				)}
			</Table.Td>
		</Table.Tr>
	);
}
