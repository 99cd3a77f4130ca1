import type { ParsedParamsOf } from "@xo/contract";

type Rpc = ParsedParamsOf<"vm.create">;
type Rest = ParsedParamsOf<"vm.createInPool">;
type Size = number | string;

export interface DiskChange {
	readonly device: string;
	readonly size?: Size | undefined;
	readonly srId?: string | undefined;
	readonly name?: string | undefined;
	readonly description?: string | undefined;
}

export interface DiskToMake {
	readonly size: Size;
	readonly srId?: string | undefined;
	readonly device?: string | undefined;
	readonly name?: string | undefined;
	readonly description?: string | undefined;
	readonly type?: string | undefined;
	readonly isBootable?: boolean | undefined;
}

interface VifToMake {
	readonly networkId: string;
	readonly device?: string | undefined;
	readonly mac?: string | undefined;
	readonly mtu?: number | undefined;
	readonly ipv4?: readonly string[] | undefined;
	readonly ipv6?: readonly string[] | undefined;
}

/** What both APIs ask for when a VM is to be made, in one form. */
export interface NewVm {
	readonly name: string;
	readonly isClone: boolean;
	readonly settings: Partial<Omit<ParsedParamsOf<"vm.set">, "id">>;
	readonly tags: readonly string[];
	readonly newDisks: readonly DiskToMake[];
	/** Of a disk that the template does not have, a size makes a new one. */
	readonly diskChanges: readonly DiskChange[];
	readonly disksToRemove: readonly string[];
	readonly vifs: readonly VifToMake[];
	/** Whether the template's own go first, or only those named. */
	readonly vifsToRemove: "all" | readonly string[];
	readonly install:
		| { readonly method: string; readonly repository: string }
		| undefined;
	readonly copiesBiosStrings: boolean;
	readonly hasVtpm: boolean;
	readonly acls: readonly {
		readonly subject: string;
		readonly action: string;
	}[];
	readonly startsAfterwards: boolean;
	/** Whether something was asked for that this version lacks. */
	readonly unsupported: readonly string[];
}

const SETTINGS_OF_CREATE = new Set([
	"template",
	"clone",
	"VDIs",
	"existingDisks",
	"VIFs",
	"installation",
	"bootAfterCreate",
	"copyHostBiosStrings",
	"createVtpm",
	"vgpuType",
	"gpuGroup",
	"pv_args",
	"tags",
	"acls",
	"cloudConfig",
	"networkConfig",
	"coreOs",
	"destroyCloudConfigVdiAfterBoot",
]);

function given(values: Readonly<Record<string, unknown>>): string[] {
	return Object.keys(values).filter((name) => {
		const value = values[name];
		return value !== undefined && value !== "" && value !== false;
	});
}

/** Parameters of `vm.create`. */
export function fromRpc(
	params: Rpc,
	knownSettings: ReadonlySet<string>,
): NewVm {
	const settings = Object.fromEntries(
		Object.entries(params).filter(
			([name, value]) =>
				value !== undefined &&
				!SETTINGS_OF_CREATE.has(name) &&
				knownSettings.has(name),
		),
	);
	return {
		name: params.name_label,
		isClone: params.clone,
		settings: {
			...settings,
			...(params.pv_args === undefined ? {} : { PV_args: params.pv_args }),
		},
		tags: params.tags ?? [],
		newDisks: (params.VDIs ?? []).map((disk) => ({
			size: disk.size,
			srId: disk.SR,
			device: disk.device,
			name: disk.name_label,
			description: disk.name_description,
			type: disk.type,
			isBootable: disk.bootable,
		})),
		diskChanges: Object.entries(params.existingDisks ?? {}).map(
			([device, disk]) => ({
				device,
				size: disk.size,
				srId: disk.$SR,
				name: disk.name_label,
				description: disk.name_description,
			}),
		),
		disksToRemove: [],
		vifs: (params.VIFs ?? []).map((vif) => ({
			networkId: vif.network,
			device: vif.device,
			mac: vif.mac,
			mtu: vif.mtu,
			ipv4: vif.allowedIpv4Addresses,
			ipv6: vif.allowedIpv6Addresses,
		})),
		vifsToRemove: params.VIFs === undefined ? [] : "all",
		install: params.installation,
		copiesBiosStrings: params.copyHostBiosStrings ?? false,
		hasVtpm: params.createVtpm,
		acls: params.acls ?? [],
		startsAfterwards: params.bootAfterCreate ?? false,
		unsupported: given({
			cloudConfig: params.cloudConfig,
			networkConfig: params.networkConfig,
		}),
	};
}

function restDisks(
	vdis: Rest["vdis"] = [],
): Pick<NewVm, "newDisks" | "diskChanges" | "disksToRemove"> {
	const newDisks: DiskToMake[] = [];
	const diskChanges: DiskChange[] = [];
	const disksToRemove: string[] = [];
	for (const vdi of vdis) {
		if ("destroy" in vdi) {
			disksToRemove.push(
				"userdevice" in vdi ? vdi.userdevice : vdi.userdervice,
			);
			continue;
		}
		const names = {
			srId: vdi.sr,
			name: vdi.name_label,
			description: vdi.name_description,
		};
		if ("userdevice" in vdi) {
			diskChanges.push({ ...names, device: vdi.userdevice, size: vdi.size });
		} else newDisks.push({ ...names, size: vdi.size });
	}
	return { newDisks, diskChanges, disksToRemove };
}

function restVifs(
	vifs: Rest["vifs"] = [],
): Pick<NewVm, "vifs" | "vifsToRemove"> {
	const made: VifToMake[] = [];
	const removed: string[] = [];
	for (const vif of vifs) {
		if (vif.device !== undefined) removed.push(vif.device);
		if ("destroy" in vif) continue;
		made.push({
			networkId: vif.network,
			device: vif.device,
			mac: vif.mac,
			mtu: vif.mtu,
			ipv4: vif.ipv4_allowed,
			ipv6: vif.ipv6_allowed,
		});
	}
	return { vifs: made, vifsToRemove: removed };
}

/** The body of `POST /pools/{id}/actions/create_vm`. */
export function fromRest(params: Rest): NewVm {
	const settings = {
		name_description: params.name_description,
		memory: params.memory,
		CPUs: params.cpus,
		auto_poweron: params.autoPoweron,
		secureBoot: params.secureBoot,
		hvmBootFirmware: params.hvmBootFirmware,
		high_availability: params.high_availability,
		affinityHost: params.affinity,
	};
	return {
		name: params.name_label,
		isClone: params.clone,
		settings: Object.fromEntries(
			Object.entries(settings).filter(([, value]) => value !== undefined),
		),
		tags: [],
		...restDisks(params.vdis),
		...restVifs(params.vifs),
		install: params.install,
		copiesBiosStrings: params.copyHostBiosStrings ?? false,
		hasVtpm: params.createVtpm,
		acls: [],
		startsAfterwards: params.boot ?? false,
		unsupported: given({
			cloud_config: params.cloud_config,
			network_config: params.network_config,
		}),
	};
}
