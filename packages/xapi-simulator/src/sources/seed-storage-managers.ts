import type { SeedContext } from "./seed-context.ts";

const COMMON = [
	"VDI_CREATE",
	"VDI_DELETE",
	"VDI_ATTACH",
	"VDI_DETACH",
	"VDI_UPDATE",
	"VDI_CLONE",
	"VDI_SNAPSHOT",
	"VDI_RESIZE",
	"VDI_MIRROR",
	"VDI_ACTIVATE",
	"VDI_DEACTIVATE",
	"VDI_CONFIG_CBT",
	"VDI_RESET_ON_BOOT/2",
	"SR_PROBE",
	"SR_UPDATE",
	"ATOMIC_PAUSE",
];
const THIN = ["VDI_GENERATE_CONFIG", "THIN_PROVISIONING", "VDI_READ_CACHING"];
const BLOCK = ["SR_TRIM", "SR_METADATA", "VDI_GENERATE_CONFIG"];
const without = (...names: string[]) =>
	COMMON.filter((name) => !names.includes(name));
const clustered = [
	...without("VDI_CONFIG_CBT", "VDI_ACTIVATE", "VDI_DEACTIVATE"),
	"VDI_GENERATE_CONFIG",
];

interface StorageManager {
	readonly type: string;
	readonly name: string;
	readonly capabilities: readonly string[];
	readonly keys: readonly string[];
}

const MANAGERS: readonly StorageManager[] = [
	{
		type: "ext",
		name: "Local EXT3 VHD",
		capabilities: ["SR_SUPPORTS_LOCAL_CACHING", ...COMMON, ...THIN],
		keys: ["device"],
	},
	{
		type: "nfs",
		name: "NFS VHD",
		capabilities: ["SR_CACHING", ...COMMON, ...THIN],
		keys: ["server", "serverpath", "nfsversion", "options"],
	},
	{
		type: "smb",
		name: "SMB VHD",
		capabilities: ["SR_CACHING", ...COMMON, ...THIN],
		keys: ["server", "username", "password"],
	},
	{
		type: "file",
		name: "Local Path VHD",
		capabilities: [
			...without("VDI_UPDATE", "VDI_RESET_ON_BOOT/2"),
			"VDI_GENERATE_CONFIG",
			"THIN_PROVISIONING",
		],
		keys: ["location"],
	},
	{
		type: "xfs",
		name: "Local XFS VHD",
		capabilities: ["SR_SUPPORTS_LOCAL_CACHING", ...COMMON, ...THIN],
		keys: ["device"],
	},
	{
		type: "largeblock",
		name: "Large Block SR",
		capabilities: ["SR_SUPPORTS_LOCAL_CACHING", ...COMMON, ...THIN],
		keys: ["device"],
	},
	{
		type: "lvm",
		name: "Local VHD on LVM",
		capabilities: [...COMMON, "SR_TRIM"],
		keys: ["device"],
	},
	{
		type: "lvmoiscsi",
		name: "LVHD over iSCSI",
		capabilities: [...COMMON, ...BLOCK],
		keys: [
			"SCSIid",
			"target",
			"targetIQN",
			"chapuser",
			"chappassword",
			"port",
			"usediscoverynumber",
			"allocation",
		],
	},
	{
		type: "lvmohba",
		name: "LVHD over FC",
		capabilities: [...COMMON, ...BLOCK],
		keys: ["SCSIid", "allocation"],
	},
	{
		type: "lvmofcoe",
		name: "LVHD over FCoE",
		capabilities: [...COMMON, ...BLOCK],
		keys: ["SCSIid", "allocation"],
	},
	{
		type: "cephfs",
		name: "CephFS VHD",
		capabilities: clustered,
		keys: ["server", "serverpath"],
	},
	{
		type: "glusterfs",
		name: "GlusterFS VHD",
		capabilities: clustered,
		keys: ["server"],
	},
	{
		type: "moosefs",
		name: "MooseFS VHD",
		capabilities: clustered,
		keys: ["masterhost", "rootpath"],
	},
	{
		type: "zfs",
		name: "Local ZFS VHD",
		capabilities: [
			...without("VDI_UPDATE", "SR_PROBE", "VDI_RESET_ON_BOOT/2"),
			"VDI_GENERATE_CONFIG",
			"THIN_PROVISIONING",
		],
		keys: ["location"],
	},
	{
		type: "linstor",
		name: "LINSTOR resources on XCP-ng",
		capabilities: [
			...without("VDI_CONFIG_CBT", "SR_PROBE", "VDI_RESET_ON_BOOT/2"),
			"VDI_GENERATE_CONFIG",
		],
		keys: ["group-name", "redundancy", "provisioning"],
	},
	{
		type: "iso",
		name: "ISO",
		capabilities: [
			"VDI_CREATE",
			"VDI_DELETE",
			"VDI_ATTACH",
			"VDI_DETACH",
			"SR_SCAN",
			"SR_ATTACH",
			"SR_DETACH",
		],
		keys: [
			"location",
			"options",
			"type",
			"username",
			"cifspassword",
			"cifspassword_secret",
		],
	},
	{
		type: "udev",
		name: "udev",
		capabilities: [
			"VDI_INTRODUCE",
			"VDI_ATTACH",
			"VDI_DETACH",
			"VDI_UPDATE",
			"SR_UPDATE",
		],
		keys: ["location"],
	},
	{
		type: "iscsi",
		name: "iSCSI",
		capabilities: [
			"SR_PROBE",
			"VDI_CREATE",
			"VDI_DELETE",
			"VDI_ATTACH",
			"VDI_DETACH",
			"VDI_INTRODUCE",
		],
		keys: ["target", "targetIQN", "chapuser", "chappassword"],
	},
	{
		type: "hba",
		name: "HBA LUN-per-VDI driver",
		capabilities: [
			"SR_PROBE",
			"VDI_CREATE",
			"VDI_DELETE",
			"VDI_ATTACH",
			"VDI_DETACH",
			"VDI_INTRODUCE",
		],
		keys: ["type"],
	},
];

/** Adds the SM records of XCP-ng 8.3. */
export function addStorageManagers(context: SeedContext): void {
	for (const manager of MANAGERS) {
		context.create("SM", {
			type: manager.type,
			name_label: manager.name,
			name_description: `SR plugin which stores disks on ${manager.name}`,
			vendor: "Citrix Systems Inc",
			copyright: "(C) 2008 Citrix Systems Inc",
			version: "3.0",
			required_api_version: "1.0",
			configuration: Object.fromEntries(
				manager.keys.map((key) => [key, `${key} of the storage`]),
			),
			capabilities: manager.capabilities,
			features: Object.fromEntries(
				manager.capabilities
					.filter((name) => name !== "ATOMIC_PAUSE")
					.map((name) => {
						const [feature, version] = name.split("/");
						return [feature, Number(version ?? 1)];
					}),
			),
			driver_filename: `/opt/xensource/sm/${manager.type.toUpperCase()}SR`,
			required_cluster_stack: [],
		});
	}
}
