import { Paper, SimpleGrid, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./details.module.css";

/** A titled block of a page. */
export function Section(props: {
	readonly title: string;
	readonly actions?: ReactNode;
	readonly children: ReactNode;
}) {
	return (
		<Paper component="section" withBorder p="md" aria-label={props.title}>
			<Stack gap="sm">
				<div className={styles.head}>
					<Title order={2} fz="sm">
						{props.title}
					</Title>
					{props.actions}
				</div>
				{props.children}
			</Stack>
		</Paper>
	);
}

/** Blocks side by side where there is room. */
export function Sections({ children }: { readonly children: ReactNode }) {
	return (
		<SimpleGrid
			cols={{ base: 1, lg: 2 }}
			spacing="md"
			style={{ alignItems: "start" }}
		>
			{children}
		</SimpleGrid>
	);
}
