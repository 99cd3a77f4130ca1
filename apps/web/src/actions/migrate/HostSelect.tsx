import { Select, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import { reasonText } from "../reason-text.ts";
import type { Receiver } from "./use-receivers.ts";

/** Hosts by pool; one that cannot take the VMs says why. */
export function HostSelect(props: {
	readonly hosts: readonly Receiver[];
	readonly value: string | null;
	readonly onChange: (id: string | null) => void;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	const byId = new Map(props.hosts.map((host) => [host.id, host]));
	const groups = Map.groupBy(props.hosts, ({ poolName }) => poolName);
	return (
		<Select
			label={t("action.migrate.host")}
			placeholder={t("form.choose")}
			nothingFoundMessage={t("form.noMatch")}
			data={[...groups].map(([group, hosts]) => ({
				group,
				items: hosts.map(({ id, name, refusal }) => ({
					value: id,
					label: name,
					disabled: refusal !== undefined,
				})),
			}))}
			renderOption={({ option }) => {
				const host = byId.get(option.value);
				if (host === undefined) return option.label;
				const { refusal, freeMemory } = host;
				return (
					<div>
						<Text size="sm">{option.label}</Text>
						<Text size="xs" c={refusal === undefined ? "dimmed" : undefined}>
							{refusal === undefined
								? t("action.migrate.freeMemory", {
										size: format.bytes(freeMemory),
									})
								: reasonText(refusal, t, format)}
						</Text>
					</div>
				);
			}}
			value={props.value}
			onChange={props.onChange}
			searchable
			withAsterisk
			maxDropdownHeight={320}
			data-autofocus
		/>
	);
}
