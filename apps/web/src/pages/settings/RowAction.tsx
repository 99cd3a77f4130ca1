import { ActionIcon, Tooltip } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

/** A button in a row of a table: its name says of which row. */
export function RowAction(props: {
	readonly icon: Icon;
	/** What it does. */
	readonly label: string;
	/** Of the row. */
	readonly name: string;
	readonly onClick: () => void;
	readonly isBusy?: boolean;
	/** Why it cannot be done now. */
	readonly refusal?: string | undefined;
}) {
	const { icon: RowIcon, label, name, refusal } = props;
	return (
		<Tooltip label={refusal ?? label}>
			<ActionIcon
				aria-label={`${label}: ${name}`}
				aria-disabled={refusal !== undefined}
				loading={props.isBusy ?? false}
				onClick={refusal === undefined ? props.onClick : undefined}
				style={refusal === undefined ? undefined : { opacity: 0.4 }}
			>
				<RowIcon size={16} stroke={1.6} />
			</ActionIcon>
		</Tooltip>
	);
}
