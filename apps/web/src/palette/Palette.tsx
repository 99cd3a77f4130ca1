import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQuery } from "../live/use-live-query.ts";
import { objectIcon } from "../objects/object-types.ts";
import { PowerState } from "../objects/PowerState.tsx";
import { nameOf } from "../objects/read-row.ts";
import { objectPath } from "../paths.ts";
import { ActionItems, useTargets } from "./ActionItems.tsx";
import classes from "./palette.module.css";
import { matchesText, paletteQuery } from "./palette-query.ts";
import { paletteStore, selectFirst } from "./palette-store.ts";
import {
	type Command,
	useInterfaceCommands,
	usePageCommands,
} from "./use-commands.ts";

const SEARCH_DELAY_MS = 40;

/** Ctrl-K: any object and any page by a few letters. */
export function Palette() {
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const { opened } = useSpotlight(paletteStore);
	return (
		<Spotlight.Root
			store={paletteStore}
			query={text}
			onQueryChange={setText}
			shortcut={null}
			classNames={{
				action: classes.action,
				actionDescription: classes.description,
				actionSection: classes.section,
			}}
			scrollable
			overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
			maxHeight="min(60dvh, 520px)"
			attributes={{ content: { "aria-label": t("palette.title") } }}
		>
			<Spotlight.Search
				placeholder={t("palette.placeholder")}
				aria-label={t("palette.title")}
				leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
			/>
			<Spotlight.ActionsList aria-label={t("palette.results")}>
				{opened && <Results text={text.trim()} />}
			</Spotlight.ActionsList>
		</Spotlight.Root>
	);
}

function Results({ text }: { readonly text: string }) {
	const { t } = useTranslation();
	const [settled] = useDebouncedValue(text, SEARCH_DELAY_MS);
	const { result, isPending } = useLiveQuery(paletteQuery(settled), {
		isEnabled: settled !== "",
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each new answer
	useEffect(selectFirst, [text, settled, isPending]);
	const isMatch = ({ label }: Command) => matchesText(label, text);
	const pages = usePageCommands().filter(isMatch);
	const commands = useInterfaceCommands().filter(isMatch);
	const isStale = isPending || settled !== text;
	const rows = (text === "" ? [] : (result?.rows ?? [])).filter(
		(row) => !isStale || matchesText(wordsOf(row), text),
	);
	const targets = useTargets();
	const pools = usePools();
	const count = rows.length + pages.length + commands.length;
	if (count + targets.length === 0) {
		return <Spotlight.Empty>{t("palette.nothing")}</Spotlight.Empty>;
	}
	return (
		<>
			{text === "" && <ActionItems targets={targets} text={text} />}
			{rows.length > 0 && (
				<Spotlight.ActionsGroup label={t("palette.objects")}>
					{rows.map((row) => (
						<ObjectItem key={row.id} row={row} pools={pools} />
					))}
				</Spotlight.ActionsGroup>
			)}
			{text !== "" && <ActionItems targets={targets} text={text} />}
			<CommandGroup label={t("palette.pages")} commands={pages} />
			{text !== "" && (
				<CommandGroup label={t("palette.interface")} commands={commands} />
			)}
		</>
	);
}

const MOST_POOLS = 200;

/** Names of the pools, where there are several to tell apart. */
function usePools(): ReadonlyMap<string, string> {
	const { result } = useLiveQuery({
		types: ["pool"],
		fields: ["name_label"],
		window: { offset: 0, limit: MOST_POOLS },
	});
	const rows = result?.rows ?? [];
	return new Map(
		rows.length < 2 ? [] : rows.map((row) => [row.id, nameOf(row)]),
	);
}

/** Rows of the text before stay until the answer only where they fit. */
function wordsOf(row: LiveRow): string {
	return [row.name_label, row.id, row.mainIpAddress, row.address].join(" ");
}

function ObjectItem(props: {
	readonly row: LiveRow;
	readonly pools: ReadonlyMap<string, string>;
}) {
	const { row } = props;
	const navigate = useNavigate();
	const path = objectPath(row.type, row.id);
	const TypeIcon = objectIcon(row.type);
	const address = row.mainIpAddress ?? row.address;
	const pool = props.pools.get(String(row.$pool));
	return (
		<Spotlight.Action
			label={nameOf(row)}
			description={[typeof address === "string" ? address : row.type, pool]
				.filter(Boolean)
				.join(" · ")}
			leftSection={<TypeIcon size={18} stroke={1.6} aria-hidden />}
			rightSection={
				typeof row.power_state === "string" && (
					<PowerState state={row.power_state} />
				)
			}
			onClick={() => {
				if (path !== undefined) void navigate({ to: path });
			}}
		/>
	);
}

function CommandGroup(props: {
	readonly label: string;
	readonly commands: readonly Command[];
}) {
	if (props.commands.length === 0) return null;
	return (
		<Spotlight.ActionsGroup label={props.label}>
			{props.commands.map(({ id, label, icon: CommandIcon, run }) => (
				<Spotlight.Action
					key={id}
					label={label}
					leftSection={<CommandIcon size={18} stroke={1.6} aria-hidden />}
					onClick={run}
				/>
			))}
		</Spotlight.ActionsGroup>
	);
}
