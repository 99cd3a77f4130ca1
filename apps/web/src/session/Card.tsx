import { Center, Group, Image, Paper, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { PRODUCT } from "../app/product.ts";

/** The frame of the pages before anybody is signed in. */
export function Card(props: { readonly children: ReactNode }) {
	return (
		<Center mih="100dvh" p="md" bg="var(--xo-surface-sunken)" component="main">
			<Paper withBorder shadow="sm" p="xl" w={380} maw="100%">
				<Stack gap="lg">
					<Group gap="sm">
						<Image src="/favicon.svg" w={28} h={28} alt="" />
						<Title order={1}>{PRODUCT}</Title>
					</Group>
					{props.children}
				</Stack>
			</Paper>
		</Center>
	);
}
