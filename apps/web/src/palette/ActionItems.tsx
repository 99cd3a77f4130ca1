import { Spotlight } from "@mantine/spotlight";
import { useRouterState } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { actionFields } from "../actions/registry.ts";
import { useOffers } from "../actions/use-offers.ts";
import { useObject } from "../live/use-live-query.ts";
import { nameOf } from "../objects/read-row.ts";
import { objectAt } from "../paths.ts";
import { matchesText } from "./palette-query.ts";
import { useSelection } from "./selection.ts";

/** What the palette acts on: the selected rows of a list, else the object whose
 *  page is open. */
export function useTargets(): readonly LiveRow[] {
	const selected = useSelection();
	const pathname = useRouterState({
		select: ({ location }) => location.pathname,
	});
	const here = objectAt(pathname);
	const { row } = useObject(here?.type ?? "VM", here?.id, actionFields);
	if (selected.length > 0) return selected;
	return row === undefined ? [] : [row];
}

/** The actions on the targets; those that are not possible say why. */
export function ActionItems(props: {
	readonly targets: readonly LiveRow[];
	readonly text: string;
}) {
	const { t } = useTranslation();
	const { targets, text } = props;
	const offers = useOffers(targets).filter(({ label }) =>
		matchesText(label, text),
	);
	if (offers.length === 0) return null;
	const [first] = targets;
	return (
		<Spotlight.ActionsGroup
			label={t("palette.actions", {
				count: targets.length,
				name: first === undefined ? "" : nameOf(first),
			})}
		>
			{offers.map(({ action, label, reason, run }) => {
				const { id, icon: ActionIcon } = action;
				return (
					<Spotlight.Action
						key={id}
						label={label}
						description={reason}
						aria-disabled={reason !== undefined}
						closeSpotlightOnTrigger={reason === undefined}
						leftSection={<ActionIcon size={18} stroke={1.6} aria-hidden />}
						onClick={() => {
							if (reason === undefined) run();
						}}
					/>
				);
			})}
		</Spotlight.ActionsGroup>
	);
}
