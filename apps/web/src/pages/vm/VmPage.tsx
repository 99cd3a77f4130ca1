import { Box, Button, Group, Skeleton, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Outlet } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { ActionButton } from "../../actions/ActionButton.tsx";
import { ActionMenu } from "../../actions/ActionMenu.tsx";
import { usePending } from "../../actions/pending-store.ts";
import { useOffers } from "../../actions/use-offers.ts";
import { AppLink } from "../../app/AppLink.tsx";
import { MissingObject } from "../../app/MissingObject.tsx";
import { useLeave } from "../../details/use-leave.ts";
import { Becoming } from "../../objects/Becoming.tsx";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState } from "../../objects/PowerState.tsx";
import { textOf } from "../../objects/read-row.ts";
import { paths, VM_TABS, type VmTab } from "../../paths.ts";
import { Page } from "../../shell/Page.tsx";
import { useVm } from "./use-vm.ts";

/** The main action in each state, and those beside it; on phones two. */
const MAIN_ACTIONS: Readonly<Record<string, readonly string[]>> = {
	Halted: ["vm.start", "vm.snapshot"],
	Running: ["vm.shutdown", "vm.reboot", "vm.snapshot"],
	Suspended: ["vm.resume", "vm.snapshot"],
	Paused: ["vm.unpause", "vm.snapshot"],
};

/** Tabs that only a machine has, not a template or snapshot. */
const MACHINE_TABS: ReadonlySet<VmTab> = new Set([
	"console",
	"stats",
	"history",
]);

/** A VM (or template, or snapshot) and its tabs. */
export function VmPage() {
	const { t } = useTranslation();
	const { id, row, isMissing } = useVm();
	const name = row === undefined ? "" : textOf(row, "name_label") || id;
	if (isMissing) return <MissingObject list={{ id: "vms", path: paths.vms }} />;
	const isMachine = row === undefined || row.type === "VM";
	const tabs = VM_TABS.filter((tab) => isMachine || !MACHINE_TABS.has(tab));
	const TypeIcon = objectIcon(row?.type ?? "VM");
	return (
		<Page
			title={name || t("state.loading")}
			badge={<TypeIcon size={22} stroke={1.5} aria-hidden />}
			breadcrumbs={[{ label: t("nav.vms"), to: paths.vms }]}
			subtitle={row && <VmSubtitle row={row} />}
			actions={row && <VmActions row={row} />}
			tabs={tabs.map((tab) => ({
				label: t(`vmPage.tab.${tab}`),
				to: paths.vm(id, tab),
			}))}
		>
			{row === undefined ? <Skeleton h={320} /> : <Outlet />}
		</Page>
	);
}

function VmSubtitle({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const pending = usePending(row.id);
	const description = textOf(row, "name_description");
	return (
		<Group gap="md">
			<span role="status">
				{pending !== undefined ? (
					<Becoming label={pending} />
				) : row.type === "VM" ? (
					<PowerState state={row.power_state} />
				) : (
					<Text span size="sm">
						{t(`vmPage.kind.${row.type}`)}
					</Text>
				)}
			</span>
			{description !== "" && (
				<Text span size="sm" c="dimmed" lineClamp={1}>
					{description}
				</Text>
			)}
		</Group>
	);
}

function VmActions({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const leave = useLeave(row.id, paths.vms);
	const offers = useOffers([row]);
	const shown = row.type === "VM" ? MAIN_ACTIONS[String(row.power_state)] : [];
	return (
		<>
			{(shown ?? []).map((id, index) => {
				const offer = offers.find(({ action }) => action.id === id);
				return (
					offer !== undefined && (
						<Box key={id} {...(index < 2 ? {} : { visibleFrom: "xs" })}>
							<ActionButton
								offer={offer}
								variant={index === 0 ? "filled" : "default"}
							/>
						</Box>
					)
				);
			})}
			{row.type === "VM-template" && (
				<Button
					component={AppLink}
					to={`${paths.newVm}?template=${encodeURIComponent(row.id)}`}
					leftSection={<IconPlus size={14} aria-hidden />}
				>
					{t("vmPage.newFromTemplate")}
				</Button>
			)}
			<ActionMenu offers={offers} onDone={leave} />
		</>
	);
}
