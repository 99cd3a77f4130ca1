import { Skeleton } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { actionFields } from "../../actions/registry.ts";
import { useObject } from "../../live/use-live-query.ts";
import { nameOf } from "../../objects/read-row.ts";
import { paths } from "../../paths.ts";
import { ConsolePanel } from "./ConsolePanel.tsx";

/** The screen of a VM. */
export function VmConsoleTab() {
	const { id } = useParams({ strict: false }) as { readonly id: string };
	const { row } = useObject("VM", id, [...actionFields]);
	if (row === undefined) return <Skeleton h={480} />;
	return (
		<ConsolePanel row={row} name={nameOf(row)} path={paths.vm(id, "console")} />
	);
}
