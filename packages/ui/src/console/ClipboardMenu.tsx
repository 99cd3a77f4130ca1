import {
	ActionIcon,
	Button,
	Group,
	Popover,
	Stack,
	Textarea,
	Tooltip,
} from "@mantine/core";
import { IconClipboardText } from "@tabler/icons-react";
import { useState } from "react";
import type { ConsoleConnection } from "./console-connection.ts";
import type { ConsoleLabels } from "./console-labels.ts";

/** The machine's clipboard: shows what was copied there, and fills it. */
export function ClipboardMenu(props: {
	readonly connection: ConsoleConnection;
	readonly copied: string;
	readonly isConnected: boolean;
	readonly labels: ConsoleLabels;
}) {
	const { connection, copied, isConnected, labels } = props;
	const [isOpen, setOpen] = useState(false);
	const [edited, setEdited] = useState<{ from: string; text: string }>();
	// What is copied anew replaces what was written here.
	const text = edited?.from === copied ? edited.text : copied;
	return (
		<Popover
			opened={isOpen}
			onChange={setOpen}
			withinPortal={false}
			position="bottom-start"
			width={320}
			trapFocus
		>
			<Popover.Target>
				<Tooltip label={labels.clipboard} withinPortal={false}>
					<ActionIcon
						variant="default"
						aria-label={labels.clipboard}
						disabled={!isConnected}
						onClick={() => setOpen((before) => !before)}
					>
						<IconClipboardText size={16} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</Popover.Target>
			<Popover.Dropdown>
				<Stack gap="sm">
					<Textarea
						label={labels.clipboardText}
						description={labels.clipboardHint}
						value={text}
						onChange={(event) =>
							setEdited({ from: copied, text: event.currentTarget.value })
						}
						rows={4}
						spellCheck={false}
					/>
					<Group gap="xs">
						<Button
							size="compact-sm"
							onClick={() => {
								connection.sendClipboard(text);
								setOpen(false);
								connection.focus();
							}}
						>
							{labels.sendClipboard}
						</Button>
						<Button
							size="compact-sm"
							variant="default"
							disabled={text === ""}
							onClick={() => void navigator.clipboard?.writeText(text)}
						>
							{labels.copyClipboard}
						</Button>
					</Group>
				</Stack>
			</Popover.Dropdown>
		</Popover>
	);
}
