import { Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FactList } from "../../details/Facts.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { TagsEditor } from "../../forms/TagsEditor.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import { listOf, mapOf, numberOf, textOf } from "../../objects/read-row.ts";
import { GuestFacts } from "./GuestFacts.tsx";
import { LoadFacts } from "./LoadFacts.tsx";
import { useVm } from "./use-vm.ts";

/** What one wants to know first. */
export function OverviewTab() {
	const { t } = useTranslation();
	const { row } = useVm();
	if (row === undefined) return null;
	const isMachine = row.type === "VM";
	return (
		<Sections>
			<Section title={t("vmPage.general")}>
				<GeneralFacts row={row} />
			</Section>
			<Section title={t("vmPage.resources")}>
				<ResourceFacts row={row} />
			</Section>
			{isMachine && (
				<Section title={t("vmPage.load")}>
					<LoadFacts id={row.id} isRunning={row.power_state === "Running"} />
				</Section>
			)}
			{isMachine && (
				<Section title={t("vmPage.guest")}>
					<GuestFacts row={row} />
				</Section>
			)}
		</Sections>
	);
}

function GeneralFacts({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const startTime = numberOf(row, "startTime");
	const container = textOf(row, "$container");
	const pool = textOf(row, "$pool");
	const facts: (readonly [string, ReactNode])[] = [];
	if (container !== pool && container !== "") {
		facts.push([
			t("vmPage.host"),
			<ObjectLink key="host" type="host" id={container} />,
		]);
	}
	facts.push([
		t("vmPage.pool"),
		<ObjectLink key="pool" type="pool" id={pool} />,
	]);
	if (row.type === "VM") {
		facts.push([
			t("vmPage.started"),
			row.power_state === "Running" && startTime !== undefined
				? `${format.relative(startTime * 1000)} (${format.dateTime(startTime * 1000)})`
				: t("vmPage.notRunning"),
		]);
	}
	facts.push([t("vmPage.tags"), <TagsEditor key="tags" row={row} />]);
	const notes = textOf(row, "notes");
	if (notes !== "") {
		facts.push([
			t("vmPage.notes"),
			<Text key="notes" size="sm" style={{ whiteSpace: "pre-wrap" }}>
				{notes}
			</Text>,
		]);
	}
	return <FactList facts={facts} />;
}

function ResourceFacts({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const cpus = mapOf(row, "CPUs");
	const memory = mapOf(row, "memory");
	const { result: disks } = useLiveQuery({
		types: ["VBD"],
		filter: `VM:"${row.id}" !is_cd_drive? VDI?`,
		window: { offset: 0, limit: 0 },
	});
	return (
		<FactList
			facts={[
				[
					t("vmPage.cpus"),
					t("vmPage.cpusOf", {
						count: Number(cpus.number ?? 0),
						max: format.number(Number(cpus.max ?? 0)),
					}),
				],
				[t("vmPage.memory"), format.bytes(Number(memory.size ?? 0))],
				[t("vmPage.disks"), format.number(disks?.total)],
				[t("vmPage.interfaces"), format.number(listOf(row, "VIFs").length)],
				[t("vmPage.snapshots"), format.number(listOf(row, "snapshots").length)],
			]}
		/>
	);
}
