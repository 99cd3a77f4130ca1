import { Group, Skeleton, Text } from "@mantine/core";
import { IconCamera, IconMapPin } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { ActionButton } from "../../actions/ActionButton.tsx";
import { ActionMenu } from "../../actions/ActionMenu.tsx";
import { usePending } from "../../actions/pending-store.ts";
import { actionFields } from "../../actions/registry.ts";
import { useOffers } from "../../actions/use-offers.ts";
import { Notice } from "../../app/Notice.tsx";
import { useAction } from "../../calls/use-action.ts";
import { Section } from "../../details/Section.tsx";
import { EditableText } from "../../forms/EditableText.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { idOf, numberOf, textOf } from "../../objects/read-row.ts";
import { type SnapshotNode, snapshotTree } from "./snapshot-tree.ts";
import { useVm } from "./use-vm.ts";
import classes from "./vm.module.css";

const MAX_SHOWN = 500;

/** The snapshots of a VM as the tree that they are. */
export function SnapshotsTab() {
	const { t } = useTranslation();
	const { id, row } = useVm();
	const { result } = useLiveQuery({
		types: ["VM-snapshot"],
		filter: `$snapshot_of:"${id}"`,
		sort: [{ key: "snapshot_time" }],
		fields: [...actionFields, "snapshot_time", "parent", "name_description"],
		window: { offset: 0, limit: MAX_SHOWN },
	});
	const offers = useOffers(row === undefined ? [] : [row]);
	if (row === undefined) return null;
	const take = offers.find(({ action }) => action.id === "vm.snapshot");
	const nodes = snapshotTree(result?.rows ?? [], idOf(row, "parent"));
	return (
		<Section
			title={t("vmPage.snapshotCount", { count: result?.total ?? 0 })}
			actions={take && <ActionButton offer={take} variant="filled" />}
		>
			{result === undefined ? (
				<Skeleton h={120} />
			) : result.total === 0 ? (
				<Notice
					icon={IconCamera}
					title={t("vmPage.noSnapshots")}
					text={t("vmPage.noSnapshotsText")}
				/>
			) : (
				<Nodes nodes={nodes} />
			)}
		</Section>
	);
}

function Nodes({ nodes }: { readonly nodes: readonly SnapshotNode[] }) {
	return (
		<ul className={classes.tree}>
			{nodes.map(({ row, children }) => (
				<li key={row?.id ?? "here"}>
					{row === undefined ? <Here /> : <Snapshot row={row} />}
					{children.length > 0 && <Nodes nodes={children} />}
				</li>
			))}
		</ul>
	);
}

function Here() {
	const { t } = useTranslation();
	return (
		<div className={classes.node}>
			<span className={classes.here}>
				<IconMapPin size={16} stroke={1.6} aria-hidden />
				{t("vmPage.here")}
			</span>
		</div>
	);
}

function Snapshot({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const offers = useOffers([row]);
	const pending = usePending(row.id);
	const set = useAction("vm.set", { failure: t("vmPage.notSaved") });
	const revert = offers.find(({ action }) => action.id === "vm.revert");
	const description = textOf(row, "name_description");
	const time = numberOf(row, "snapshot_time");
	return (
		<div className={classes.node}>
			<IconCamera size={16} stroke={1.6} aria-hidden />
			<div className={classes.nodeText}>
				<EditableText
					label={t("vmPage.name")}
					value={textOf(row, "name_label")}
					isRequired
					onSave={(name_label) => set.mutateAsync({ id: row.id, name_label })}
				/>
				<Text size="xs" c="dimmed">
					{pending === undefined
						? format.dateTime(time === undefined ? undefined : time * 1000)
						: t(pending)}
					{description !== "" && ` · ${description}`}
				</Text>
			</div>
			<Group gap="xs" wrap="nowrap">
				{row.power_state !== "Halted" && (
					<Text size="sm" c="dimmed">
						{t("vmPage.withMemory")}
					</Text>
				)}
				{revert && <ActionButton offer={revert} />}
				<ActionMenu
					offers={offers.filter((offer) => offer !== revert)}
					label={t("vmPage.actionsOf", { name: textOf(row, "name_label") })}
				/>
			</Group>
		</div>
	);
}
