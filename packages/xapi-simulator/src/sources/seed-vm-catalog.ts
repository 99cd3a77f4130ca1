/** What the seeded VMs run, and what they are for. */
export interface OsProfile {
	readonly template: string;
	readonly name: string;
	readonly distro: string;
	readonly major: string;
	readonly minor: string;
	readonly uname: string;
	readonly isWindows?: boolean;
}

export interface VmFamily {
	readonly role: string;
	readonly description: string;
	readonly os: readonly (keyof typeof OS_PROFILES)[];
	readonly vcpus: readonly number[];
	readonly memoryGib: readonly number[];
	/** Sizes of the disks, the system's first. */
	readonly disksGib: readonly number[];
	readonly tags: readonly string[];
	/** How many of a hundred VMs. */
	readonly weight: number;
	/** Index into the networks for VMs. */
	readonly network: number;
}

const linux = (
	template: string,
	[distro, name, major, minor, uname]: readonly [
		string,
		string,
		string,
		string,
		string,
	],
): OsProfile => ({ template, name, distro, major, minor, uname });

const windows = (template: string, name: string, build: string): OsProfile => ({
	template,
	name: `${name}|C:\\Windows|\\Device\\Harddisk0\\Partition3`,
	distro: "windows",
	major: "10",
	minor: "0",
	uname: build,
	isWindows: true,
});

export const OS_PROFILES = {
	debian12: linux("debian-12", [
		"debian",
		"Debian GNU/Linux 12 (bookworm)",
		"12",
		"8",
		"6.1.0-28-amd64",
	]),
	debian11: linux("debian-11", [
		"debian",
		"Debian GNU/Linux 11 (bullseye)",
		"11",
		"11",
		"5.10.0-33-amd64",
	]),
	ubuntu24: linux("ubuntu-24.04", [
		"ubuntu",
		"Ubuntu 24.04.1 LTS",
		"24",
		"04",
		"6.8.0-51-generic",
	]),
	ubuntu22: linux("ubuntu-22.04", [
		"ubuntu",
		"Ubuntu 22.04.5 LTS",
		"22",
		"04",
		"5.15.0-130-generic",
	]),
	rocky9: linux("rocky-9", [
		"rocky",
		"Rocky Linux 9.5 (Blue Onyx)",
		"9",
		"5",
		"5.14.0-503.15.1.el9_5.x86_64",
	]),
	alma8: linux("almalinux-8", [
		"almalinux",
		"AlmaLinux 8.10 (Cerulean Leopard)",
		"8",
		"10",
		"4.18.0-553.el8_10.x86_64",
	]),
	rhel9: linux("rhel-9", [
		"rhel",
		"Red Hat Enterprise Linux 9.5 (Plow)",
		"9",
		"5",
		"5.14.0-503.19.1.el9_5.x86_64",
	]),
	windows2022: windows(
		"windows-server-2022-64bit",
		"Microsoft Windows Server 2022 Standard",
		"20348",
	),
	windows2019: windows(
		"windows-server-2019-64bit",
		"Microsoft Windows Server 2019 Datacenter",
		"17763",
	),
	windows11: windows("windows-11", "Microsoft Windows 11 Pro", "26100"),
	freebsd: {
		template: "other-install-media",
		name: "FreeBSD 14.2-RELEASE",
		distro: "freebsd",
		major: "14",
		minor: "2",
		uname: "14.2-RELEASE",
	},
} satisfies Record<string, OsProfile>;

export const FAMILIES: readonly VmFamily[] = [
	{
		role: "web",
		description: "Nginx front end",
		os: ["debian12", "ubuntu24"],
		vcpus: [2, 4],
		memoryGib: [2, 4],
		disksGib: [20],
		tags: ["web"],
		weight: 18,
		network: 0,
	},
	{
		role: "app",
		description: "Application server",
		os: ["ubuntu22", "ubuntu24", "rocky9"],
		vcpus: [4, 8],
		memoryGib: [8, 16],
		disksGib: [40],
		tags: ["app"],
		weight: 17,
		network: 0,
	},
	{
		role: "db",
		description: "PostgreSQL",
		os: ["debian12", "rocky9", "rhel9"],
		vcpus: [4, 8],
		memoryGib: [16, 32],
		disksGib: [40, 200],
		tags: ["database", "backup"],
		weight: 10,
		network: 0,
	},
	{
		role: "k8s",
		description: "Kubernetes node",
		os: ["ubuntu24", "debian12"],
		vcpus: [4, 8],
		memoryGib: [8, 16],
		disksGib: [60, 100],
		tags: ["kubernetes"],
		weight: 12,
		network: 0,
	},
	{
		role: "cache",
		description: "Redis",
		os: ["debian12", "debian11"],
		vcpus: [2],
		memoryGib: [4, 8],
		disksGib: [20],
		tags: ["cache"],
		weight: 6,
		network: 0,
	},
	{
		role: "ad",
		description: "Domain controller",
		os: ["windows2022", "windows2019"],
		vcpus: [2, 4],
		memoryGib: [4, 8],
		disksGib: [60],
		tags: ["windows", "infra"],
		weight: 3,
		network: 2,
	},
	{
		role: "files",
		description: "File server",
		os: ["windows2022", "windows2019"],
		vcpus: [4],
		memoryGib: [8],
		disksGib: [60, 500],
		tags: ["windows", "backup"],
		weight: 4,
		network: 2,
	},
	{
		role: "vdi",
		description: "Desktop",
		os: ["windows11"],
		vcpus: [2, 4],
		memoryGib: [4, 8],
		disksGib: [64],
		tags: ["windows", "desktop"],
		weight: 9,
		network: 0,
	},
	{
		role: "ci",
		description: "Build runner",
		os: ["ubuntu24", "alma8"],
		vcpus: [4, 8],
		memoryGib: [8],
		disksGib: [80],
		tags: ["ci"],
		weight: 8,
		network: 1,
	},
	{
		role: "mail",
		description: "Mail relay",
		os: ["debian12"],
		vcpus: [2],
		memoryGib: [2, 4],
		disksGib: [30],
		tags: ["mail"],
		weight: 3,
		network: 1,
	},
	{
		role: "monitoring",
		description: "Prometheus and Grafana",
		os: ["debian12", "rocky9"],
		vcpus: [4],
		memoryGib: [8],
		disksGib: [30, 100],
		tags: ["infra"],
		weight: 3,
		network: 2,
	},
	{
		role: "fw",
		description: "Firewall",
		os: ["freebsd"],
		vcpus: [2],
		memoryGib: [2],
		disksGib: [10],
		tags: ["network"],
		weight: 2,
		network: 1,
	},
	{
		role: "test",
		description: "Sandbox, may vanish",
		os: ["debian12", "ubuntu22", "alma8", "freebsd"],
		vcpus: [1, 2],
		memoryGib: [1, 2],
		disksGib: [10],
		tags: [],
		weight: 5,
		network: 0,
	},
];

export const ENVIRONMENTS = [
	{ name: "prod", weight: 60 },
	{ name: "staging", weight: 25 },
	{ name: "dev", weight: 15 },
] as const;

/** Picks by weight; `roll` is 0 <= roll < 1. */
export function pickWeighted<T extends { readonly weight: number }>(
	items: readonly T[],
	roll: number,
): T {
	const total = items.reduce((sum, item) => sum + item.weight, 0);
	let rest = roll * total;
	for (const item of items) {
		rest -= item.weight;
		if (rest < 0) return item;
	}
	const last = items.at(-1);
	if (last === undefined) throw new RangeError("nothing to pick from");
	return last;
}
