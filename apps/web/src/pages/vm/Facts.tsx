import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./vm.module.css";

/** A titled block of a page. */
export function Section(props: {
	readonly title: string;
	readonly actions?: ReactNode;
	readonly children: ReactNode;
}) {
	return (
		<Paper component="section" withBorder p="md" aria-label={props.title}>
			<Stack gap="sm">
				<div className={classes.sectionHead}>
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

export function Sections({ children }: { readonly children: ReactNode }) {
	return <div className={classes.sections}>{children}</div>;
}

/** Names and their values. */
export function Facts({
	facts,
}: {
	readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
	return (
		<dl className={classes.facts}>
			{facts.map(([name, value]) => (
				<div key={name} className={classes.fact}>
					<Text component="dt" size="sm" c="dimmed">
						{name}
					</Text>
					<Text component="dd" size="sm">
						{value}
					</Text>
				</div>
			))}
		</dl>
	);
}
