import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQuery } from "../../live/use-live-query.ts";

/** Something on the map. */
export interface Found {
	readonly id: string;
	readonly type: string;
	readonly poolId: string | undefined;
	/** Host or pool of a VM. */
	readonly containerId: string | undefined;
}

const SHOWN = 12;
const PAUSE_MS = 150;

/** Finds pools, hosts, networks and VMs by name, to show them on the map. */
export function TopologySearch(props: {
	readonly onFind: (found: Found) => void;
}) {
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const [wanted] = useDebouncedValue(text.trim(), PAUSE_MS);
	const { result } = useLiveQuery(
		{
			types: ["pool", "host", "network", "VM"],
			filter: `name_label:"${wanted.replace(/["\\]/g, "\\$&")}"`,
			sort: [{ key: "name_label" }],
			fields: ["name_label", "$pool", "$container"],
			window: { offset: 0, limit: SHOWN },
		},
		{ isEnabled: wanted !== "" },
	);
	const rows = wanted === "" ? [] : (result?.rows ?? []);
	return (
		<Select
			searchable
			clearable
			w={260}
			aria-label={t("topology.search")}
			placeholder={t("topology.search")}
			leftSection={<IconSearch size={14} aria-hidden />}
			nothingFoundMessage={
				wanted === "" ? t("topology.type") : t("topology.notFound")
			}
			searchValue={text}
			onSearchChange={setText}
			value={null}
			// The server has filtered; names match in more ways than letters.
			filter={({ options }) => options}
			data={rows.map(({ id, type, name_label }) => ({
				value: id,
				label: `${String(name_label)} (${type})`,
			}))}
			onChange={(id) => {
				const row = rows.find((one) => one.id === id);
				if (row === undefined) return;
				props.onFind({
					id: row.id,
					type: row.type,
					poolId: textOf(row.type === "pool" ? row.id : row.$pool),
					containerId: textOf(row.$container),
				});
			}}
		/>
	);
}

function textOf(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}
