import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./details.module.css";

/** Keys and their values, as pools keep them. */
export function MapTable(props: {
	readonly map: Readonly<Record<string, unknown>>;
	readonly label?: string;
}) {
	const { t } = useTranslation();
	const entries = Object.entries(props.map).toSorted(([a], [b]) =>
		a < b ? -1 : 1,
	);
	return (
		<Table layout="fixed" verticalSpacing={3} aria-label={props.label}>
			<Table.Thead className="mantine-visually-hidden">
				<Table.Tr>
					<Table.Th>{t("detail.key")}</Table.Th>
					<Table.Th>{t("detail.value")}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{entries.map(([key, value]) => (
					<Table.Tr key={key}>
						<Table.Td className={styles.mono}>{key}</Table.Td>
						<Table.Td className={styles.mono}>{printed(value)}</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}

function printed(value: unknown): string {
	return typeof value === "object" && value !== null
		? JSON.stringify(value)
		: String(value);
}
