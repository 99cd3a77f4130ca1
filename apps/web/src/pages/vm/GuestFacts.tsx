import { Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { FactList } from "../../details/Facts.tsx";
import { mapOf, textOf } from "../../objects/read-row.ts";
import { toneVariable } from "../../theme/tokens.ts";

/** What the tools in the guest tell. */
export function GuestFacts({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const isUp = row.power_state === "Running" || row.power_state === "Paused";
	const addresses = Object.values(mapOf(row, "addresses")).filter(
		(address) => typeof address === "string",
	);
	const { name } = mapOf(row, "os_version");
	// Windows adds its folder and partition, behind bars.
	const osName = typeof name === "string" ? name.split("|")[0] : "";
	return (
		<FactList
			facts={[
				[
					t("vmPage.addresses"),
					addresses.length === 0 ? (
						<Text key="none" size="sm" c="dimmed">
							{t("vmPage.noAddress")}
						</Text>
					) : (
						<Stack key="all" gap={0}>
							{[...new Set(addresses)].map((address) => (
								<span key={address}>{address}</span>
							))}
						</Stack>
					),
				],
				[t("vmPage.system"), osName || t("vmPage.unknown")],
				[
					t("vmPage.tools"),
					isUp ? <Tools key="tools" row={row} /> : t("vmPage.notRunning"),
				],
			]}
		/>
	);
}

function Tools({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const hasDrivers = row.pvDriversDetected === true;
	const version = textOf(row, "pvDriversVersion");
	const StateIcon = hasDrivers ? IconCheck : IconAlertTriangle;
	return (
		<Group gap={6} wrap="nowrap" align="flex-start">
			<StateIcon
				size={16}
				color={toneVariable(hasDrivers ? "good" : "warning")}
				style={{ flexShrink: 0, marginTop: 1 }}
				aria-hidden
			/>
			<Text size="sm">
				{hasDrivers
					? t("vmPage.toolsVersion", { version: version || "?" })
					: t("vmPage.noTools")}
			</Text>
		</Group>
	);
}
