import {
	type Icon,
	IconBookmark,
	IconPlug,
	IconPlugConnectedX,
	IconRefresh,
	IconTrash,
	IconUnlink,
} from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { refuse, type SrAction, whyNotPbd, whyNotSr } from "@xo/rules";
import { countOf } from "../objects/read-row.ts";
import type { Action, Caller } from "./action.ts";

function whyNot(row: LiveRow, rule: SrAction) {
	return whyNotSr(
		{
			content_type: String(row.content_type ?? ""),
			inMaintenanceMode: row.inMaintenanceMode === true,
		},
		rule,
		{
			// Which of its PBDs are connected is not in rows: the server knows.
			pbds: countOf(row, "$PBDs") === 0 ? [] : [{ attached: true }],
			diskCount: countOf(row, "VDIs"),
		},
	);
}

interface SrVerb {
	readonly name: string;
	readonly rule: SrAction;
	readonly icon: Icon;
	readonly run: (call: Caller, id: string) => Promise<unknown>;
	readonly right?: Action["right"];
	readonly section?: Action["section"];
	readonly asks?: true;
	readonly isDestructive?: true;
}

const VERBS: readonly SrVerb[] = [
	{
		name: "scan",
		rule: "scan",
		icon: IconRefresh,
		run: (call, id) => call("sr.scan", { id }),
		right: "operate",
	},
	{
		name: "makeDefault",
		rule: "makeDefault",
		icon: IconBookmark,
		run: (call, sr) => call("pool.setDefaultSr", { sr }),
	},
	{
		name: "connectAll",
		rule: "connectAll",
		icon: IconPlug,
		run: (call, id) => call("sr.connectAllPbds", { id }),
		section: "plug",
	},
	{
		name: "disconnectAll",
		rule: "disconnectAll",
		icon: IconPlugConnectedX,
		run: (call, id) => call("sr.disconnectAllPbds", { id }),
		section: "plug",
		asks: true,
	},
	{
		name: "forget",
		rule: "forget",
		icon: IconUnlink,
		run: (call, id) => call("sr.forget", { id }),
		section: "remove",
		asks: true,
		isDestructive: true,
	},
	{
		name: "destroy",
		rule: "destroy",
		icon: IconTrash,
		run: (call, id) => call("sr.destroy", { id }),
		section: "remove",
		asks: true,
		isDestructive: true,
	},
];

const srActions: readonly Action[] = VERBS.map(
	({ name, rule, run, asks, ...verb }) => ({
		right: "administrate",
		section: "other",
		...verb,
		id: `sr.${name}`,
		types: ["SR"],
		label: `action.sr.${name}`,
		whyNot: (row) =>
			rule === "makeDefault" && row.isChosenByPool === true
				? refuse("defaultAlready")
				: whyNot(row, rule),
		run: (call, row) => run(call, row.id),
		...(asks
			? {
					loses: {
						text: `action.loses.sr.${name}`,
						of: (row) => ({
							key: "action.loses.ofSr",
							values: { count: countOf(row, "VDIs") },
						}),
					},
				}
			: {}),
	}),
);

function onPbd(verb: "connect" | "disconnect" | "delete"): Action {
	const icons = {
		connect: IconPlug,
		disconnect: IconPlugConnectedX,
		delete: IconTrash,
	};
	return {
		id: `pbd.${verb}`,
		types: ["PBD"],
		icon: icons[verb],
		label: `action.${verb}`,
		section: verb === "delete" ? "remove" : "plug",
		right: "administrate",
		whyNot: (row) => whyNotPbd({ attached: row.attached === true }, verb),
		run: (call, row) => call(`pbd.${verb}`, { id: row.id }),
		...(verb === "delete"
			? { isDestructive: true, loses: { text: "action.loses.deletePbd" } }
			: {}),
	};
}

export const storageActions: readonly Action[] = [
	...srActions,
	onPbd("connect"),
	onPbd("disconnect"),
	onPbd("delete"),
];
