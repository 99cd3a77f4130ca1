import { Group, Kbd, SimpleGrid, Stack, Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MODIFIER } from "./modifier.ts";

type Keys = readonly string[];

/** By place; keys as they are written on the keyboard, and what they do. */
const PLACES: Readonly<Record<string, Readonly<Record<string, Keys>>>> = {
	everywhere: {
		palette: [MODIFIER, "K"],
		search: ["/"],
		sheet: ["?"],
		close: ["Esc"],
	},
	lists: {
		move: ["↑", "↓"],
		open: ["Enter"],
		sort: ["↑", "Enter"],
		rename: ["F2"],
		select: ["Space"],
		selectMore: ["Shift", "↓"],
		selectAll: [MODIFIER, "A"],
		find: ["A", "…", "Z"],
	},
	tree: {
		walk: ["↑", "↓"],
		expand: ["←", "→"],
		show: ["Enter"],
		find: ["A", "…", "Z"],
	},
	console: { leave: ["Ctrl", "Alt", "Home"] },
	charts: { cursor: ["Shift", "←"], zoom: ["+", "−"], whole: ["0"] },
};

/** All keys that the interface knows. */
export function Shortcuts() {
	const { t } = useTranslation();
	return (
		<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
			{Object.entries(PLACES).map(([place, keys]) => (
				<Stack key={place} gap="xs">
					<Title order={3}>{t(`shortcuts.place.${place}`)}</Title>
					<Table withRowBorders={false} horizontalSpacing={0}>
						<Table.Tbody>
							{Object.entries(keys).map(([name, combination]) => (
								<Table.Tr key={name}>
									<Table.Td>{t(`shortcuts.${name}`)}</Table.Td>
									<Table.Td>
										<Group gap={4} justify="flex-end" wrap="nowrap">
											{combination.map((key) => (
												<Kbd key={key} size="xs">
													{key}
												</Kbd>
											))}
										</Group>
									</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Stack>
			))}
		</SimpleGrid>
	);
}
