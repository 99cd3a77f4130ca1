import type { LiveRow } from "@xo/contract";
import { vmRuleFields } from "@xo/rules";
import type { Action } from "./action.ts";
import { deviceActions } from "./device-actions.ts";
import { hostActions } from "./host-actions.ts";
import { moveActions } from "./move-actions.ts";
import { storageActions } from "./sr-actions.ts";
import { vmLifeActions } from "./vm-life.ts";
import { vmPowerActions } from "./vm-power.ts";

const actions: readonly Action[] = [
	...vmPowerActions,
	...vmLifeActions,
	...moveActions,
	...hostActions,
	...storageActions,
	...deviceActions,
];

/** What a live query must fetch for `whyNot`, rights and confirmations. */
export const actionFields: readonly string[] = [
	...new Set([
		...vmRuleFields.filter((field) => field !== "type"),
		"name_label",
		"$VBDs",
		"snapshots",
		"$pool",
		"$container",
		"attached",
		"is_cd_drive",
		"missing",
		"memory.size",
		"enabled",
		"residentVms",
		"controlDomain",
		"content_type",
		"inMaintenanceMode",
		"$PBDs",
		"VDIs",
	]),
];

/** All that can be done with objects of a type, in the order of menus. */
export function actionsFor(type: string): readonly Action[] {
	return actions.filter(({ types }) => types.includes(type));
}

/** What can be done with all of these together: actions that each type has. */
export function actionsForAll(rows: readonly LiveRow[]): readonly Action[] {
	const types = new Set(rows.map(({ type }) => type));
	return actions.filter((action) =>
		[...types].every((type) => action.types.includes(type)),
	);
}
