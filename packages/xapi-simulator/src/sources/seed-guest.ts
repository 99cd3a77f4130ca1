import type { Ref } from "../core/types.ts";
import type { SeedContext } from "./seed-context.ts";
import type { OsProfile } from "./seed-vm-catalog.ts";

const LINUX_FEATURES = [
	"feature-balloon",
	"feature-poweroff",
	"feature-reboot",
	"feature-shutdown",
	"feature-suspend",
	"feature-vcpu-hotplug",
];
const WINDOWS_FEATURES = [
	"feature-balloon",
	"feature-poweroff",
	"feature-reboot",
	"feature-s3",
	"feature-s4",
	"feature-shutdown",
	"feature-suspend",
];

/** Adds what the agent of a guest with tools reports. */
export function addGuestMetrics(
	context: SeedContext,
	{ os, name, address }: { os: OsProfile; name: string; address: string },
): Ref {
	const isWindows = os.isWindows === true;
	const linkLocal = `fe80::${context.random.hex(4)}:${context.random.hex(4)}`;
	return context.create("VM_guest_metrics", {
		os_version: {
			name: os.name,
			uname: os.uname,
			distro: os.distro,
			major: os.major,
			minor: os.minor,
			...(isWindows ? { spmajor: "0", spminor: "0" } : {}),
		},
		netbios_name: isWindows
			? { host_name: `${name.slice(0, 15).toUpperCase()}.example.lab` }
			: {},
		PV_drivers_version: isWindows
			? { major: "9", minor: "4", micro: "0", build: "146" }
			: { major: "7", minor: "33", micro: "0", build: "-1" },
		PV_drivers_up_to_date: true,
		PV_drivers_detected: true,
		memory: {},
		disks: {},
		networks: {
			"0/ip": address,
			"0/ipv4/0": address,
			"0/ipv6/0": linkLocal,
		},
		other: Object.fromEntries([
			...(isWindows ? WINDOWS_FEATURES : LINUX_FEATURES).map(
				(feature) => [feature, "1"] as const,
			),
			["data-ts", "1"],
		]),
		last_updated: context.ago(0),
		live: true,
		can_use_hotplug_vbd: "yes",
		can_use_hotplug_vif: "yes",
	});
}
