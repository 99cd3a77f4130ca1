import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { addresses, id, mac, name, size, text } from "./common.ts";
import { routesOf } from "./rest-routes.ts";
import { vmSettings } from "./vm-settings.ts";

const device = lazily(() => z.string().regex(/^\d+$/).max(4));

const installation = lazily(() =>
	z.strictObject({
		/** An ISO, a repository on the network, or (with none) the boot server. */
		method: z.enum(["cdrom", "network", "pxe", "nfs", "http", "ftp"]),
		repository: z.string().max(4_096).default(""),
	}),
);

const newVif = lazily(() =>
	z.strictObject({
		network: id,
		mac: mac.optional(),
		mtu: z.int().min(68).max(65_535).optional(),
		device: device().optional(),
		allowedIpv4Addresses: addresses.optional(),
		allowedIpv6Addresses: addresses.optional(),
	}),
);

const newDisk = lazily(() =>
	z.looseObject({
		size,
		/** The pool's default SR when absent. */
		SR: id.optional(),
		type: z.string().max(32).optional(),
		device: device().optional(),
		name_label: text.optional(),
		name_description: text.optional(),
		bootable: z.boolean().optional(),
	}),
);

const existingDisk = lazily(() =>
	z.looseObject({
		size: size.optional(),
		$SR: id.optional(),
		name_label: text.optional(),
		name_description: text.optional(),
	}),
);

const settings = lazily(() => {
	const { id: _, ...shape } = vmSettings().shape;
	return shape;
});

/** Whatever else comes goes with a warning: clients send settings that only
 *  the interface of the original knew. */
const newVm = lazily(() =>
	z.looseObject({
		...settings(),
		template: id,
		name_label: name,
		name_description: text.optional(),
		clone: z.boolean().default(true),
		VDIs: z.array(newDisk()).max(255).optional(),
		/** By device of the template's disk. */
		existingDisks: z.record(device(), existingDisk()).optional(),
		VIFs: z.array(newVif()).max(64).optional(),
		installation: installation().optional(),
		bootAfterCreate: z.boolean().optional(),
		affinityHost: id.nullish(),
		copyHostBiosStrings: z.boolean().optional(),
		createVtpm: z.boolean().default(false),
		vgpuType: id.optional(),
		gpuGroup: id.optional(),
		pv_args: text.optional(),
		tags: z.array(name).max(1_000).optional(),
		acls: z
			.array(z.strictObject({ subject: id, action: name }))
			.max(1_000)
			.optional(),
		/** Not in this version: refused when set. */
		cloudConfig: z.string().optional(),
		networkConfig: z.string().optional(),
		coreOs: z.boolean().optional(),
		destroyCloudConfigVdiAfterBoot: z.boolean().optional(),
	}),
);

const restVif = lazily(() =>
	z.union([
		z.strictObject({ device: device(), destroy: z.literal(true) }),
		z.strictObject({
			network: id,
			mtu: z.int().min(68).max(65_535).optional(),
			mac: mac.optional(),
			ipv4_allowed: addresses.optional(),
			ipv6_allowed: addresses.optional(),
			device: device().optional(),
		}),
	]),
);

const bytes = lazily(() => z.int().min(1));
const restNames = lazily(() => ({
	name_label: text.optional(),
	name_description: text.optional(),
}));

const restVdi = lazily(() =>
	z.union([
		// The original spells it so; the right spelling works as well.
		z.strictObject({ userdervice: device(), destroy: z.literal(true) }),
		z.strictObject({ userdevice: device(), destroy: z.literal(true) }),
		z.strictObject({
			...restNames(),
			sr: id.optional(),
			size: bytes().optional(),
			userdevice: device(),
		}),
		z.strictObject({
			...restNames(),
			name_label: text,
			sr: id.optional(),
			size: bytes(),
		}),
	]),
);

const restVm = lazily(() =>
	z.strictObject({
		template: id,
		name_label: name,
		name_description: text.optional(),
		clone: z.boolean().default(true),
		memory: bytes().optional(),
		cpus: z.int().min(1).optional(),
		autoPoweron: z.boolean().optional(),
		secureBoot: z.boolean().optional(),
		hvmBootFirmware: z.enum(["uefi", "bios"]).optional(),
		high_availability: z.enum(["", "best-effort", "restart"]).optional(),
		affinity: id.optional(),
		copyHostBiosStrings: z.boolean().optional(),
		createVtpm: z.boolean().default(false),
		vgpuType: id.optional(),
		gpuGroup: id.optional(),
		vifs: z.array(restVif()).max(64).optional(),
		vdis: z.array(restVdi()).max(255).optional(),
		install: z
			.strictObject({
				method: z.enum(["cdrom", "network"]),
				repository: z.string().max(4_096),
			})
			.optional(),
		boot: z.boolean().optional(),
		/** Not in this version: refused when set. */
		cloud_config: z.string().optional(),
		network_config: z.string().optional(),
		destroy_cloud_config_vdi: z.boolean().optional(),
	}),
);

const rules = {
	template: { param: "template", types: ["VM-template"], permission: "view" },
	/** Whoever creates VMs spends what the pool has. */
	poolOfTemplate: {
		param: "template",
		via: "$pool",
		types: ["pool"],
		permission: "administrate",
	},
	affinityHost: { param: "affinityHost", types: ["host"], permission: "view" },
	suspendSr: { param: "suspendSr", types: ["SR"], permission: "administrate" },
	vgpuType: { param: "vgpuType", types: ["vgpuType"], permission: "view" },
	gpuGroup: { param: "gpuGroup", types: ["gpuGroup"], permission: "view" },
} as const;

export const vmCreateOperations = {
	"vm.create": defineOperation({
		access: "signed-in",
		effect: "write",
		description:
			"Create a VM from a template, with its disks, VIFs and any setting of vm.set; gives its id. VIFs, if given, replace those of the template.",
		params: newVm,
		result: () => id,
		objects: rules,
		errors: ["noSuchObject", "invalidParameters", "noHostsAvailable"],
	}),
	"vm.createInPool": defineOperation({
		access: "signed-in",
		effect: "write",
		rpc: false,
		description:
			"Create a VM from a template of a pool; disks and VIFs that name a device change or remove those of the template. Gives the id.",
		params: () => restVm().extend({ id }),
		result: () => id,
		objects: {
			pool: { param: "id", types: ["pool"], permission: "administrate" },
			template: rules.template,
			affinityHost: {
				param: "affinity",
				types: ["host"],
				permission: "view",
			},
			vgpuType: rules.vgpuType,
			gpuGroup: rules.gpuGroup,
		},
		errors: ["noSuchObject", "invalidParameters", "noHostsAvailable"],
		rest: [
			routesOf("pool", "pool").action("create_vm", "create:vm", {
				status: 201,
				body: restVm,
			}),
		],
	}),
} as const;
