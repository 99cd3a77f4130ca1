import {
	type Icon,
	IconBolt,
	IconCrown,
	IconDoorExit,
	IconPlayerPlay,
	IconPower,
	IconRefresh,
	IconRotateClockwise,
	IconTool,
	IconToolsOff,
	IconTrash,
	IconUrgent,
	IconZzz,
} from "@tabler/icons-react";
import type { LiveRow, XoHost } from "@xo/contract";
import { type HostAction, type Refusal, whyNotHost } from "@xo/rules";
import type { Action, Caller } from "./action.ts";

function isObject(value: unknown): value is Readonly<Record<string, string>> {
	return typeof value === "object" && value !== null;
}

/** VMs on the host, its control domain left out. */
function guestCount(row: LiveRow): number {
	const resident = Array.isArray(row.residentVms) ? row.residentVms : [];
	return resident.filter((id) => id !== row.controlDomain).length;
}

function whyNot(row: LiveRow, rule: HostAction): Refusal | undefined {
	const { current_operations: operations } = row;
	return whyNotHost(
		{
			power_state: row.power_state as XoHost["power_state"],
			enabled: row.enabled === true,
			...(isObject(operations) ? { current_operations: operations } : {}),
		},
		rule,
		{ isMaster: row.isChosenByPool === true, vmCount: guestCount(row) },
	);
}

interface HostVerb {
	readonly name: string;
	readonly rule: HostAction;
	readonly icon: Icon;
	readonly right: Action["right"];
	readonly run: (call: Caller, id: string) => Promise<unknown>;
	readonly section?: Action["section"];
	/** What it costs is told first. */
	readonly asks?: true;
	readonly isDestructive?: true;
	/** It is shown while it runs. */
	readonly isLong?: true;
}

const VERBS: readonly HostVerb[] = [
	{
		name: "beginMaintenance",
		rule: "disable",
		icon: IconTool,
		right: "administrate",
		run: (call, id) =>
			call("host.setMaintenanceMode", { id, maintenance: true }),
		asks: true,
		isLong: true,
	},
	{
		name: "endMaintenance",
		rule: "enable",
		icon: IconToolsOff,
		right: "administrate",
		run: (call, id) =>
			call("host.setMaintenanceMode", { id, maintenance: false }),
	},
	{
		name: "disable",
		rule: "disable",
		icon: IconDoorExit,
		right: "administrate",
		run: (call, id) => call("host.disable", { id }),
	},
	{
		name: "restart",
		rule: "restart",
		icon: IconRefresh,
		right: "operate",
		run: (call, id) => call("host.restart", { id }),
		asks: true,
		isLong: true,
	},
	{
		name: "smartRestart",
		rule: "restart",
		icon: IconZzz,
		right: "operate",
		run: (call, id) => call("host.restart", { id, suspendResidentVms: true }),
		asks: true,
		isLong: true,
	},
	{
		name: "stop",
		rule: "shutdown",
		icon: IconPower,
		right: "operate",
		run: (call, id) => call("host.stop", { id }),
		asks: true,
		isLong: true,
	},
	{
		name: "emergencyShutdown",
		rule: "shutdown",
		icon: IconUrgent,
		right: "administrate",
		run: (call, host) => call("host.emergencyShutdownHost", { host }),
		asks: true,
		isLong: true,
		isDestructive: true,
	},
	{
		name: "start",
		rule: "start",
		icon: IconPlayerPlay,
		right: "operate",
		run: (call, id) => call("host.start", { id }),
		isLong: true,
	},
	{
		name: "restartToolstack",
		rule: "restartToolstack",
		icon: IconRotateClockwise,
		right: "administrate",
		run: (call, id) => call("host.restartAgent", { id }),
		section: "other",
		asks: true,
		isLong: true,
	},
	{
		name: "scanPifs",
		rule: "restartToolstack",
		icon: IconBolt,
		right: "administrate",
		run: (call, id) => call("host.scanPifs", { id }),
		section: "other",
	},
	{
		name: "makeMaster",
		rule: "makeMaster",
		icon: IconCrown,
		right: "administrate",
		run: (call, host) => call("pool.setPoolMaster", { host }),
		section: "other",
		asks: true,
	},
	{
		name: "detach",
		rule: "detach",
		icon: IconDoorExit,
		right: "administrate",
		run: (call, id) => call("host.detach", { id }),
		section: "remove",
		asks: true,
		isDestructive: true,
	},
	{
		name: "forget",
		rule: "forget",
		icon: IconTrash,
		right: "administrate",
		run: (call, id) => call("host.forget", { id }),
		section: "remove",
		asks: true,
		isDestructive: true,
	},
];

export const hostActions: readonly Action[] = VERBS.map(
	({ name, rule, run, section = "power", asks, isLong, ...verb }) => ({
		...verb,
		id: `host.${name}`,
		types: ["host"],
		label: `action.host.${name}`,
		section,
		whyNot: (row) => whyNot(row, rule),
		run: (call, row) => run(call, row.id),
		...(isLong ? { becoming: `action.becoming.host.${name}` } : {}),
		...(asks
			? {
					loses: {
						text: `action.loses.host.${name}`,
						of: (row) => ({
							key: "action.loses.ofHost",
							values: { count: guestCount(row) },
						}),
					},
				}
			: {}),
	}),
);
