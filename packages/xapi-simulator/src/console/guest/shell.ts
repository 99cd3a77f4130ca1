import type { GuestFacts } from "./guest.ts";

/** What a command prints; `clear` and `exit` are for the caller to do. */
export function runCommand(
	line: string,
	{ facts, now }: { readonly facts: GuestFacts; readonly now: number },
): string {
	const [command = "", ...args] = line.trim().split(/\s+/);
	const print = COMMANDS.get(command);
	if (command === "") return "";
	if (print === undefined) return `-bash: ${command}: command not found\n`;
	return print({ facts, now, args });
}

interface Invocation {
	readonly facts: GuestFacts;
	readonly now: number;
	readonly args: readonly string[];
}

type Print = (call: Invocation) => string;

const COMMANDS: ReadonlyMap<string, Print> = new Map<string, Print>([
	["echo", ({ args }) => `${args.join(" ")}\n`],
	["whoami", () => "root\n"],
	["pwd", () => "/root\n"],
	["hostname", ({ facts }) => `${facts.name}\n`],
	["date", ({ now }) => `${new Date(now).toUTCString()}\n`],
	["ls", () => "backup.sh  notes.txt\n"],
	[
		"uname",
		({ facts, args }) =>
			args.length === 0
				? "Linux\n"
				: `Linux ${facts.name} ${facts.kernel} x86_64 GNU/Linux\n`,
	],
	["uptime", ({ facts, now }) => `up ${upFor(now - facts.startedAt)}\n`],
	[
		"free",
		({ facts }) =>
			`        total        used\nMem:    ${facts.memoryMib} MiB    ${Math.round(facts.memoryMib * 0.4)} MiB\n`,
	],
	["ip", ({ facts }) => `eth0 UP ${facts.address || "no address"}\n`],
	["reboot", () => ""],
	[
		"help",
		() =>
			"clear date echo exit free hostname ip ls pwd reboot uname uptime whoami\n",
	],
]);

function upFor(ms: number): string {
	const minutes = Math.max(0, Math.floor(ms / 60_000));
	const days = Math.floor(minutes / 1440);
	const time = [Math.floor(minutes / 60) % 24, minutes % 60]
		.map((part) => String(part).padStart(2, "0"))
		.join(":");
	return `${days} days, ${time}`;
}
