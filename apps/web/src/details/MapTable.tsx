import { Table } from "@mantine/core";
import styles from "./details.module.css";

/** Keys and their values, as pools keep them. */
export function MapTable(props: {
	readonly map: Readonly<Record<string, unknown>>;
	readonly label?: string;
}) {
	const entries = Object.entries(props.map).toSorted(([a], [b]) =>
		a < b ? -1 : 1,
	);
	return (
		<Table layout="fixed" verticalSpacing={3} aria-label={props.label}>
			<Table.Tbody>
				{entries.map(([key, value]) => (
					<Table.Tr key={key}>
						<Table.Th scope="row" fw={400} className={styles.mono}>
							{key}
						</Table.Th>
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
