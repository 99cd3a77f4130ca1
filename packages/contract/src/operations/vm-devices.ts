import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { addresses, done, id, mac } from "./common.ts";

const write = { access: "signed-in", effect: "write" } as const;

const convertToTemplate = defineOperation({
	...write,
	description: "Turn a halted VM or a snapshot into a template.",
	params: () => z.strictObject({ id }),
	result: () => done,
	objects: {
		vm: {
			param: "id",
			types: ["VM", "VM-snapshot"],
			permission: "administrate",
		},
	},
	errors: ["noSuchObject", "vmBadPowerState"],
});

export const vmDeviceOperations = {
	"vm.attachDisk": defineOperation({
		...write,
		description:
			"Attach a VDI to a VM, and plug it when the VM runs; refuses one that another VM may write to.",
		params: () =>
			z.strictObject({
				vm: id,
				vdi: id,
				bootable: z.boolean().optional(),
				mode: z.enum(["RO", "RW"]).optional(),
				position: z.string().min(1).max(16).optional(),
			}),
		result: () => done,
		objects: {
			vm: { param: "vm", types: ["VM"], permission: "administrate" },
			vdi: { param: "vdi", types: ["VDI"], permission: "administrate" },
		},
		errors: ["noSuchObject", "invalidParameters", "vdiInUse"],
	}),
	"vm.createInterface": defineOperation({
		...write,
		description:
			"Add a VIF to a VM, and plug it when the VM runs; gives its id.",
		params: () =>
			z.strictObject({
				vm: id,
				network: id,
				position: z
					.union([z.int().min(0), z.string().regex(/^\d+$/).max(4)])
					.optional(),
				mac: mac.optional(),
				allowedIpv4Addresses: addresses.optional(),
				allowedIpv6Addresses: addresses.optional(),
			}),
		result: () => id,
		objects: {
			vm: { param: "vm", types: ["VM"], permission: "administrate" },
			network: { param: "network", types: ["network"], permission: "operate" },
		},
		errors: ["noSuchObject", "invalidParameters"],
	}),
	"vm.insertCd": defineOperation({
		...write,
		description:
			"Insert an ISO into the CD drive of a VM, which gets one if it has none; force replaces the one inside.",
		params: () =>
			z.strictObject({
				id,
				cd_id: id,
				force: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			vm: { param: "id", types: ["VM"], permission: "operate" },
			vdi: { param: "cd_id", types: ["VDI"], permission: "view" },
		},
		errors: ["noSuchObject", "invalidParameters", "incorrectState"],
	}),
	"vm.ejectCd": defineOperation({
		...write,
		description: "Eject what is in the CD drive of a VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: { vm: { param: "id", types: ["VM"], permission: "operate" } },
		errors: ["noSuchObject"],
	}),
	"vm.setBootOrder": defineOperation({
		...write,
		description:
			"Set the order in which a VM tries to boot: letters c (disk), d (CD), n (network).",
		params: () =>
			z.strictObject({
				vm: id,
				order: z.string().regex(/^[a-z]{1,8}$/),
			}),
		result: () => done,
		objects: {
			vm: {
				param: "vm",
				types: ["VM", "VM-template"],
				permission: "operate",
			},
		},
		errors: ["noSuchObject", "invalidParameters"],
	}),
	"vm.convertToTemplate": convertToTemplate,
	"vm.convert": {
		...convertToTemplate,
		description: "The same as vm.convertToTemplate.",
	},
} as const;
