import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./vm.module.css";

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
