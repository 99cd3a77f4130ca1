import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
	IconArrowsMaximize,
	IconArrowsMinimize,
	IconCamera,
	IconCommand,
	IconMaximize,
	IconMaximizeOff,
} from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import { download } from "../charts/download.ts";
import { ClipboardMenu } from "./ClipboardMenu.tsx";
import classes from "./ConsoleView.module.css";
import type { ConsoleConnection } from "./console-connection.ts";
import type { ConsoleLabels } from "./console-labels.ts";
import { COMBINATIONS, CTRL_ALT_DELETE } from "./keys.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import { ScreenKeyboard } from "./ScreenKeyboard.tsx";

interface ToolbarProps {
	readonly ref: Ref<HTMLDivElement>;
	readonly connection: ConsoleConnection;
	readonly isConnected: boolean;
	readonly isScaled: boolean;
	readonly onScaled: (isScaled: boolean) => void;
	readonly isFullScreen: boolean;
	readonly onFullScreen: () => void;
	/** Last text that was copied in the machine. */
	readonly copied: string;
	readonly fileName: string;
	readonly actions: ReactNode;
	readonly labels: ConsoleLabels;
}

export function Toolbar(props: ToolbarProps) {
	const { connection, isConnected, labels, isScaled, isFullScreen } = props;
	const [isPasting, pasting] = useDisclosure(false);
	const saveScreenshot = async () => {
		const picture = await connection.screenshot();
		if (picture !== undefined) download(`${props.fileName}.png`, picture);
	};
	return (
		<div
			ref={props.ref}
			className={classes.toolbar}
			role="toolbar"
			aria-label={labels.toolbar}
		>
			<Button
				size="compact-sm"
				variant="default"
				disabled={!isConnected}
				onClick={() => {
					connection.press(CTRL_ALT_DELETE);
					connection.focus();
				}}
			>
				{labels.ctrlAltDelete}
			</Button>
			<KeysMenu {...props} />
			<Button
				size="compact-sm"
				variant="default"
				disabled={!isConnected}
				onClick={pasting.open}
			>
				{labels.paste}
			</Button>
			<PasteDialog
				isOpen={isPasting}
				onClose={pasting.close}
				connection={connection}
				labels={labels}
			/>
			<ClipboardMenu
				connection={connection}
				copied={props.copied}
				isConnected={isConnected}
				labels={labels}
			/>
			<ScreenKeyboard
				connection={connection}
				isConnected={isConnected}
				labels={labels}
			/>
			<Tool
				label={labels.screenshot}
				isDisabled={!isConnected}
				onClick={() => void saveScreenshot()}
			>
				<IconCamera size={16} aria-hidden />
			</Tool>
			<Tool
				label={isScaled ? labels.actualSize : labels.fit}
				onClick={() => props.onScaled(!isScaled)}
			>
				{isScaled ? (
					<IconArrowsMaximize size={16} aria-hidden />
				) : (
					<IconArrowsMinimize size={16} aria-hidden />
				)}
			</Tool>
			<Tool
				label={isFullScreen ? labels.leaveFullScreen : labels.fullScreen}
				onClick={props.onFullScreen}
			>
				{isFullScreen ? (
					<IconMaximizeOff size={16} aria-hidden />
				) : (
					<IconMaximize size={16} aria-hidden />
				)}
			</Tool>
			{props.actions}
		</div>
	);
}

function KeysMenu({ connection, isConnected, labels }: ToolbarProps) {
	return (
		<Menu
			position="bottom-start"
			withinPortal={false}
			returnFocus={false}
			onClose={() => connection.focus()}
		>
			<Menu.Target>
				<Button
					size="compact-sm"
					variant="default"
					disabled={!isConnected}
					leftSection={<IconCommand size={14} aria-hidden />}
				>
					{labels.keys}
				</Button>
			</Menu.Target>
			<Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
				{COMBINATIONS.map((combination) => (
					<Menu.Item
						key={combination.name}
						onClick={() => connection.press(combination)}
					>
						{combination.name}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

function Tool(props: {
	readonly label: string;
	readonly isDisabled?: boolean;
	readonly onClick: () => void;
	readonly children: ReactNode;
}) {
	return (
		<Tooltip label={props.label} withinPortal={false}>
			<ActionIcon
				variant="default"
				aria-label={props.label}
				disabled={props.isDisabled ?? false}
				onClick={props.onClick}
			>
				{props.children}
			</ActionIcon>
		</Tooltip>
	);
}
