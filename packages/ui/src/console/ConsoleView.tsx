import { Box, Loader, Stack, Text } from "@mantine/core";
import { useFullscreenElement } from "@mantine/hooks";
import {
	type KeyboardEvent,
	type ReactNode,
	useEffect,
	useId,
	useRef,
	useState,
	useSyncExternalStore,
} from "react";
import classes from "./ConsoleView.module.css";
import {
	type AfterClose,
	ConsoleConnection,
	type ConsoleStatus,
} from "./console-connection.ts";
import type { ConsoleLabels } from "./console-labels.ts";
import { Toolbar } from "./Toolbar.tsx";

export interface ConsoleViewProps {
	/** WebSocket that speaks RFB; another one needs another `key`. */
	readonly url: string;
	/** What a code of a close frame means. */
	readonly afterClose: (code: number) => AfterClose;
	/** Whether the machine runs: a console that waits connects when it does. */
	readonly isRunning: boolean;
	/** In place of a screen that is not shown for good. */
	readonly renderEnd: (
		status: Extract<ConsoleStatus, { kind: "waiting" | "stopped" }>,
		retry: () => void,
	) => ReactNode;
	/** Of pictures of the screen, without extension. */
	readonly fileName: string;
	/** More buttons, at the end of the toolbar. */
	readonly actions?: ReactNode;
	readonly labels: ConsoleLabels;
}

/** The screen of a machine, with keyboard and mouse. */
export function ConsoleView(props: ConsoleViewProps) {
	const { url, afterClose, isRunning, labels } = props;
	const [copied, setCopied] = useState("");
	const [isScaled, setScaled] = useState(true);
	const [connection] = useState(
		() =>
			new ConsoleConnection({
				url,
				afterClose,
				isRunning,
				onCopied: setCopied,
			}),
	);
	const status = useSyncExternalStore(
		connection.subscribe,
		connection.getStatus,
	);
	const fullScreen = useFullscreenElement<HTMLDivElement>();
	const toolbar = useRef<HTMLDivElement>(null);
	const hintId = useId();
	const isWaiting = status.kind === "waiting";

	// The machine's state comes from elsewhere, and may come late.
	useEffect(() => {
		if (isRunning && isWaiting) connection.resume();
	}, [connection, isRunning, isWaiting]);

	const leaveAtKeys = (event: KeyboardEvent) => {
		if (!(event.ctrlKey && event.altKey && event.key === "Home")) return;
		event.preventDefault();
		event.stopPropagation();
		connection.blur();
		toolbar.current?.querySelector("button")?.focus();
	};
	return (
		<Box ref={fullScreen.ref} className={classes.frame}>
			<Toolbar
				ref={toolbar}
				connection={connection}
				isConnected={status.kind === "connected"}
				isScaled={isScaled}
				onScaled={(next) => {
					setScaled(next);
					connection.setScaled(next);
				}}
				isFullScreen={fullScreen.fullscreen}
				onFullScreen={() => void fullScreen.toggle()}
				copied={copied}
				fileName={props.fileName}
				actions={props.actions}
				labels={labels}
			/>
			<Box className={classes.stage}>
				<section
					className={classes.screen}
					ref={connection.attach}
					data-console={status.kind}
					data-scaled={isScaled}
					aria-label={labels.screen}
					aria-describedby={hintId}
					onKeyDownCapture={leaveAtKeys}
				/>
				<Curtain {...props} status={status} connection={connection} />
			</Box>
			<Text id={hintId} size="xs" c="dimmed" className={classes.hint}>
				{labels.leaveHint}
			</Text>
		</Box>
	);
}

/** What stands in front of a screen that is not live. */
function Curtain(
	props: ConsoleViewProps & {
		readonly status: ConsoleStatus;
		readonly connection: ConsoleConnection;
	},
) {
	const { status, labels } = props;
	if (status.kind === "connected") return null;
	const isOver = status.kind === "waiting" || status.kind === "stopped";
	return (
		<Box className={classes.curtain} data-clear={status.kind === "retrying"}>
			{isOver ? (
				props.renderEnd(status, () => props.connection.retry())
			) : (
				<Stack align="center" gap="sm" role="status">
					<Loader size="sm" aria-hidden />
					<Text c="dimmed">
						{status.kind === "retrying"
							? labels.reconnecting
							: labels.connecting}
					</Text>
				</Stack>
			)}
		</Box>
	);
}
