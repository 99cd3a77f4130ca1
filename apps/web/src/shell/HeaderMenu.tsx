import { ActionIcon, Indicator, Popover, Tooltip } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

/** A button of the header that tells how many there are, and shows them. */
export function HeaderMenu(props: {
	readonly icon: Icon;
	readonly label: string;
	readonly count: number;
	readonly color?: string;
	/** What is shown, in words. */
	readonly list: string;
	readonly onOpen?: () => void;
	readonly children: (close: () => void) => ReactNode;
}) {
	const { icon: MenuIcon, label, count, color, onOpen } = props;
	const [isOpen, setOpen] = useState(false);
	return (
		<Popover
			width={340}
			position="bottom-end"
			shadow="md"
			trapFocus
			returnFocus
			opened={isOpen}
			onChange={setOpen}
			onOpen={onOpen}
		>
			<Popover.Target>
				<Tooltip label={label} disabled={isOpen}>
					<Indicator
						label={count}
						size={14}
						disabled={count === 0}
						offset={4}
						color={color}
					>
						<ActionIcon
							size="lg"
							aria-label={label}
							onClick={() => setOpen(!isOpen)}
						>
							<MenuIcon size={18} stroke={1.6} />
						</ActionIcon>
					</Indicator>
				</Tooltip>
			</Popover.Target>
			<Popover.Dropdown aria-label={props.list} p="sm">
				{props.children(() => setOpen(false))}
			</Popover.Dropdown>
		</Popover>
	);
}
