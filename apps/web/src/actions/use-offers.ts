import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import type { Action } from "./action.ts";
import { reasonText } from "./reason-text.ts";
import { actionsForAll } from "./registry.ts";
import { useMay } from "./use-may.ts";
import { useObjectFacts } from "./use-object-facts.ts";
import { useRunAction } from "./use-run-action.tsx";

/** An action as it is offered for what is selected. */
export interface Offer {
	readonly action: Action;
	readonly label: string;
	/** Why it is not possible with any of them, in words. */
	readonly reason: string | undefined;
	readonly run: (onDone?: () => void) => void;
}

/** What can be done with these objects together, and why the rest cannot. An
 *  action is offered when at least one of them can do it; the report names the
 *  others. The rows need `actionFields`. */
export function useOffers(objects: readonly LiveRow[]): readonly Offer[] {
	const rows = useObjectFacts(objects);
	const { t } = useTranslation();
	const format = useFormat();
	const may = useMay();
	const run = useRunAction();
	if (rows.length === 0) return [];
	return actionsForAll(rows).map((action) => ({
		action,
		label: t(action.label),
		reason: reasonOf(action),
		run: (onDone) => run(action, rows, onDone),
	}));

	function reasonOf(action: Action): string | undefined {
		const allowed = rows.filter((row) => may(row, action.right));
		const [first] = allowed;
		if (first === undefined) return t("action.noRight");
		if (allowed.some((row) => action.whyNot(row) === undefined)) {
			return undefined;
		}
		const refusal = action.whyNot(first);
		return refusal && reasonText(refusal, t, format);
	}
}
