import { Group } from "@mantine/core";
import type { ReactNode } from "react";

/** The end of a long form: it stays in sight. */
export function FormBar({ children }: { readonly children: ReactNode }) {
	return (
		<Group
			pos="sticky"
			bottom={0}
			p="sm"
			justify="flex-end"
			bg="var(--xo-surface)"
			style={{ borderTop: "1px solid var(--xo-line)", zIndex: 10 }}
		>
			{children}
		</Group>
	);
}
