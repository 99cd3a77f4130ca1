import { Text } from "@mantine/core";

/** In place of a table without rows. */
export function NothingYet({ text }: { readonly text: string }) {
	return (
		<Text c="dimmed" role="status">
			{text}
		</Text>
	);
}
