import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface StateCountProps {
	/** Shape that tells the state without colour. */
	icon: ReactNode;
	label: string;
	/** Printed already; `undefined` while it is not known. */
	count: string | undefined;
}

/** How many objects are in a state; the caller makes it a link. */
export function StateCount({ icon, label, count }: StateCountProps) {
	return (
		<Group gap="xs" wrap="nowrap" mih={24}>
			{icon}
			<Text size="sm" truncate flex={1}>
				{label}
			</Text>
			<Text size="sm" fw={600} style={{ fontVariantNumeric: "tabular-nums" }}>
				{count ?? "–"}
			</Text>
		</Group>
	);
}
