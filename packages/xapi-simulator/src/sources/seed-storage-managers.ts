import {
	featuresOf,
	SM_CAPABILITIES,
} from "../domains/rules/sm-capabilities.ts";
import type { SeedContext } from "./seed-context.ts";

interface StorageManager {
	readonly type: string;
	readonly name: string;
	readonly keys: readonly string[];
}

const MANAGERS: readonly StorageManager[] = [
	{
		type: "ext",
		name: "Local EXT3 VHD",
		keys: ["device"],
	},
	{
		type: "nfs",
		name: "NFS VHD",
		keys: ["server", "serverpath", "nfsversion", "options"],
	},
	{
		type: "smb",
		name: "SMB VHD",
		keys: ["server", "username", "password"],
	},
	{
		type: "file",
		name: "Local Path VHD",
		keys: ["location"],
	},
	{
		type: "xfs",
		name: "Local XFS VHD",
		keys: ["device"],
	},
	{
		type: "largeblock",
		name: "Large Block SR",
		keys: ["device"],
	},
	{
		type: "lvm",
		name: "Local VHD on LVM",
		keys: ["device"],
	},
	{
		type: "lvmoiscsi",
		name: "LVHD over iSCSI",
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
		keys: ["SCSIid", "allocation"],
	},
	{
		type: "lvmofcoe",
		name: "LVHD over FCoE",
		keys: ["SCSIid", "allocation"],
	},
	{
		type: "cephfs",
		name: "CephFS VHD",
		keys: ["server", "serverpath"],
	},
	{
		type: "glusterfs",
		name: "GlusterFS VHD",
		keys: ["server"],
	},
	{
		type: "moosefs",
		name: "MooseFS VHD",
		keys: ["masterhost", "rootpath"],
	},
	{
		type: "zfs",
		name: "Local ZFS VHD",
		keys: ["location"],
	},
	{
		type: "linstor",
		name: "LINSTOR resources on XCP-ng",
		keys: ["group-name", "redundancy", "provisioning"],
	},
	{
		type: "iso",
		name: "ISO",
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
		keys: ["location"],
	},
	{
		type: "iscsi",
		name: "iSCSI",
		keys: ["target", "targetIQN", "chapuser", "chappassword"],
	},
	{
		type: "hba",
		name: "HBA LUN-per-VDI driver",
		keys: ["type"],
	},
];

/** Adds the SM records of XCP-ng 8.3. */
export function addStorageManagers(context: SeedContext): void {
	for (const manager of MANAGERS) {
		const capabilities = SM_CAPABILITIES[manager.type] ?? [];
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
			capabilities,
			features: Object.fromEntries(featuresOf(capabilities)),
			driver_filename: `/opt/xensource/sm/${manager.type.toUpperCase()}SR`,
			required_cluster_stack: [],
		});
	}
}
