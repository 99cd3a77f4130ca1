import type { GuestFacts } from "./guest.ts";

/** One line of a boot, and how long before the next. */
export interface BootLine {
	readonly text: string;
	readonly pauseMs: number;
}

export function firmwareText({ name, memoryMib, vcpus }: GuestFacts): string {
	return [
		"Simulated HVM firmware 1.0",
		"",
		`Machine   ${name}`,
		`Processor ${vcpus} x virtual CPU`,
		`Memory    ${memoryMib} MiB`,
		"",
		"Booting from Hard Disk...",
		"",
	].join("\n");
}

const UNITS = [
	"systemd-journald.service - Journal Service",
	"systemd-udevd.service - Device Event Manager",
	"local-fs.target - Local File Systems",
	"systemd-resolved.service - Network Name Resolution",
	"network.target - Network",
	"dbus.service - System Message Bus",
	"cron.service - Regular Background Programs",
	"xe-daemon.service - Guest Agent",
	"ssh.service - Secure Shell Server",
	"getty@tty1.service - Getty on tty1",
	"multi-user.target - Multi-User System",
];

/** What a Linux kernel and its init would write. */
export function bootLines(facts: GuestFacts): BootLine[] {
	const kernel = [
		`Linux version ${facts.kernel || "6.1.0"} (${facts.osName})`,
		"Command line: root=/dev/xvda1 ro quiet console=tty0",
		"Hypervisor detected: Xen HVM",
		"Xen: using vcpuop timer interface",
		`Memory: ${facts.memoryMib * 1024}K available`,
		`smp: Brought up 1 node, ${facts.vcpus} CPUs`,
		"xen:balloon: Initialising balloon driver",
		"blkfront: xvda: flush diskcache: enabled",
		"xen_netfront: Initialising Xen virtual ethernet driver",
		"EXT4-fs (xvda1): mounted filesystem with ordered data mode",
	];
	return [
		...kernel.map((text, index) => ({
			text: `[${(index * 0.137).toFixed(6).padStart(12)}] ${text}\n`,
			pauseMs: 120,
		})),
		...UNITS.map((unit) => ({
			text: `[  OK  ] Started ${unit}.\n`,
			pauseMs: 180,
		})),
	];
}
