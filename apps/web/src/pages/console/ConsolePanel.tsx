import { ActionIcon, Box, Portal, Tooltip } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconExternalLink } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { ConsoleView } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { PRODUCT } from "../../app/product.ts";
import { afterClose, ConsoleEnd, NotRunning } from "./ConsoleEnd.tsx";
import classes from "./console.module.css";
import { useConsoleLabels } from "./use-console-labels.ts";

/** The console of a VM or control domain: in its place on the page, or with
 *  `?own` as all there is in the browser's tab. */
export function ConsolePanel(props: {
	/** Of the VM or control domain. */
	readonly row: LiveRow;
	readonly name: string;
	/** Address of the page. */
	readonly path: string;
}) {
	const { row, name, path } = props;
	const search: Readonly<Record<string, unknown>> = useSearch({
		strict: false,
	});
	const labels = useConsoleLabels(name);
	const isOwn = "own" in search;
	const { power_state: state } = row;
	const view = (
		<ConsoleView
			key={row.id}
			url={consoleUrl(row.id)}
			afterClose={afterClose}
			isRunning={state === "Running" || state === "Paused"}
			fileName={name}
			labels={labels}
			actions={!isOwn && <OwnTabLink path={path} />}
			renderEnd={(status, retry) =>
				status.kind === "waiting" ? (
					<NotRunning row={row} />
				) : (
					<ConsoleEnd {...status} onRetry={retry} />
				)
			}
		/>
	);
	return isOwn ? (
		<OwnTab name={name}>{view}</OwnTab>
	) : (
		<Box className={classes.panel}>{view}</Box>
	);
}

function OwnTab(props: {
	readonly name: string;
	readonly children: React.ReactNode;
}) {
	useDocumentTitle(`${props.name} · ${PRODUCT}`);
	return (
		<Portal>
			<Box className={classes.own} component="main">
				{props.children}
			</Box>
		</Portal>
	);
}

function OwnTabLink({ path }: { readonly path: string }) {
	const { t } = useTranslation();
	const label = t("console.ownTab");
	return (
		<Tooltip label={label}>
			<ActionIcon
				component="a"
				variant="default"
				href={`${path}?own`}
				target="_blank"
				rel="noopener"
				aria-label={label}
			>
				<IconExternalLink size={16} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}

function consoleUrl(id: string): string {
	const url = new URL(`/api/consoles/${id}`, window.location.href);
	url.protocol = url.protocol.replace("http", "ws");
	return url.href;
}
