const COMMON = [
	"SR_PROBE",
	"SR_UPDATE",
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
	"ATOMIC_PAUSE",
];

const FILE_EXTRAS = [
	"VDI_GENERATE_CONFIG",
	"THIN_PROVISIONING",
	"VDI_READ_CACHING",
];

const LOCAL_FILE = [...COMMON, "SR_SUPPORTS_LOCAL_CACHING", ...FILE_EXTRAS];
const REMOTE_FILE = [...COMMON, "SR_CACHING", ...FILE_EXTRAS];
const LVM = [...COMMON, "SR_TRIM"];
const SHARED_LVM = [...LVM, "SR_METADATA", "VDI_GENERATE_CONFIG"];
const CLUSTER_FILE = [
	...COMMON.filter(
		(name) =>
			!["VDI_CONFIG_CBT", "VDI_ACTIVATE", "VDI_DEACTIVATE"].includes(name),
	),
	"VDI_GENERATE_CONFIG",
];
const LUN_PER_VDI = [
	"SR_PROBE",
	"VDI_CREATE",
	"VDI_DELETE",
	"VDI_ATTACH",
	"VDI_DETACH",
	"VDI_INTRODUCE",
];

/** What the storage managers of XCP-ng 8.3 can do, by SR type. */
export const SM_CAPABILITIES: Readonly<Record<string, readonly string[]>> = {
	ext: LOCAL_FILE,
	xfs: LOCAL_FILE,
	largeblock: LOCAL_FILE,
	nfs: REMOTE_FILE,
	smb: REMOTE_FILE,
	file: [
		...COMMON.filter(
			(name) => name !== "VDI_UPDATE" && name !== "VDI_RESET_ON_BOOT/2",
		),
		"VDI_GENERATE_CONFIG",
		"THIN_PROVISIONING",
	],
	lvm: LVM,
	lvmoiscsi: SHARED_LVM,
	lvmohba: SHARED_LVM,
	lvmofcoe: SHARED_LVM,
	cephfs: CLUSTER_FILE,
	glusterfs: CLUSTER_FILE,
	moosefs: CLUSTER_FILE,
	zfs: [
		"SR_UPDATE",
		"VDI_CREATE",
		"VDI_DELETE",
		"VDI_ATTACH",
		"VDI_DETACH",
		"VDI_CLONE",
		"VDI_SNAPSHOT",
		"VDI_RESIZE",
		"VDI_MIRROR",
		"VDI_GENERATE_CONFIG",
		"VDI_CONFIG_CBT",
		"VDI_ACTIVATE",
		"VDI_DEACTIVATE",
		"THIN_PROVISIONING",
		"ATOMIC_PAUSE",
	],
	linstor: [
		"SR_UPDATE",
		"VDI_CREATE",
		"VDI_DELETE",
		"VDI_UPDATE",
		"VDI_ATTACH",
		"VDI_DETACH",
		"VDI_ACTIVATE",
		"VDI_DEACTIVATE",
		"VDI_CLONE",
		"VDI_MIRROR",
		"VDI_RESIZE",
		"VDI_SNAPSHOT",
		"VDI_GENERATE_CONFIG",
		"ATOMIC_PAUSE",
	],
	iso: [
		"VDI_CREATE",
		"VDI_DELETE",
		"VDI_ATTACH",
		"VDI_DETACH",
		"SR_SCAN",
		"SR_ATTACH",
		"SR_DETACH",
	],
	udev: [
		"VDI_INTRODUCE",
		"VDI_ATTACH",
		"VDI_DETACH",
		"VDI_UPDATE",
		"SR_UPDATE",
	],
	iscsi: LUN_PER_VDI,
	hba: LUN_PER_VDI,
};

/** Capability names as `SM.features` has them: `VDI_RESET_ON_BOOT/2` is
 *  version 2 of a feature. */
export function featuresOf(
	capabilities: readonly string[],
): ReadonlyMap<string, number> {
	const features = new Map<string, number>();
	for (const capability of capabilities) {
		const [name = "", version = "1"] = capability.split("/");
		if (name !== "ATOMIC_PAUSE") features.set(name, Number(version));
	}
	return features;
}
