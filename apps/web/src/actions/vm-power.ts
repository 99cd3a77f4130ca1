import {
	type Icon,
	IconPlayerPause,
	IconPlayerPlay,
	IconPlugOff,
	IconPower,
	IconRefresh,
	IconRefreshAlert,
	IconZzz,
} from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { type VmAction, type VmFacts, whyNotVm } from "@xo/rules";
import type { Action, Caller } from "./action.ts";

/** Rows say null of what an object does not have; rules leave it out. */
export function vmFacts(row: LiveRow): VmFacts {
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null),
	) as unknown as VmFacts;
}

interface PowerAction {
	readonly name: string;
	readonly rule: VmAction;
	readonly icon: Icon;
	readonly run: (call: Caller, id: string) => Promise<unknown>;
	/** It can cost what is in the memory of the VM. */
	readonly isForced?: true;
}

const ALL: readonly PowerAction[] = [
	{
		name: "start",
		rule: "start",
		icon: IconPlayerPlay,
		run: (call, id) => call("vm.start", { id }),
	},
	{
		name: "shutdown",
		rule: "cleanShutdown",
		icon: IconPower,
		run: (call, id) => call("vm.stop", { id }),
	},
	{
		name: "reboot",
		rule: "cleanReboot",
		icon: IconRefresh,
		run: (call, id) => call("vm.restart", { id }),
	},
	{
		name: "suspend",
		rule: "suspend",
		icon: IconZzz,
		run: (call, id) => call("vm.suspend", { id }),
	},
	{
		name: "resume",
		rule: "resume",
		icon: IconPlayerPlay,
		run: (call, id) => call("vm.resume", { id }),
	},
	{
		name: "pause",
		rule: "pause",
		icon: IconPlayerPause,
		run: (call, id) => call("vm.pause", { id }),
	},
	{
		name: "unpause",
		rule: "unpause",
		icon: IconPlayerPlay,
		run: (call, id) => call("vm.unpause", { id }),
	},
	{
		name: "forceShutdown",
		rule: "hardShutdown",
		icon: IconPlugOff,
		run: (call, id) => call("vm.stop", { id, force: true }),
		isForced: true,
	},
	{
		name: "forceReboot",
		rule: "hardReboot",
		icon: IconRefreshAlert,
		run: (call, id) => call("vm.restart", { id, force: true }),
		isForced: true,
	},
];

export const vmPowerActions: readonly Action[] = ALL.map(
	({ name, rule, icon, run, isForced }) => ({
		id: `vm.${name}`,
		types: ["VM"],
		icon,
		label: `action.vm.${name}`,
		section: "power",
		right: "operate",
		becoming: `action.becoming.${name}`,
		whyNot: (row) => whyNotVm(vmFacts(row), rule),
		run: (call, row) => run(call, row.id),
		...(isForced
			? { isDestructive: true, loses: { text: `action.loses.${name}` } }
			: {}),
	}),
);
