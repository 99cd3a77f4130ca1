import { z } from "zod";
import { defineOperation, type ObjectPermission } from "../operation.ts";
import { done, id, name, text } from "./common.ts";
import { routesOf } from "./rest-routes.ts";
import { patchVm } from "./vm-patch.ts";
import { vmSettings } from "./vm-settings.ts";

const running = { effect: "write", access: "signed-in" } as const;

const BLOCKABLE = [
	"noSuchObject",
	"vmBadPowerState",
	"operationBlocked",
	"vmLacksFeature",
] as const;

const { action, remove } = routesOf("vm", "VM");

function vm(permission: ObjectPermission) {
	return { vm: { param: "id", types: ["VM"], permission } } as const;
}

function family(permission: ObjectPermission) {
	return {
		vm: {
			param: "id",
			types: ["VM", "VM-snapshot", "VM-template"],
			permission,
		},
	} as const;
}

function force(input: { readonly path: Readonly<Record<string, string>> }) {
	return { id: input.path.id, force: true };
}

export const vmOperations = {
	"vm.start": defineOperation({
		...running,
		description:
			"Start a VM, on a given host if wanted; a paused one is unpaused, a suspended one resumed. Refuses a MAC address that another running VM uses.",
		params: () =>
			z.strictObject({
				id,
				host: id.optional(),
				force: z.boolean().optional(),
				bypassMacAddressesCheck: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			...vm("operate"),
			host: { param: "host", types: ["host"], permission: "operate" },
		},
		errors: [...BLOCKABLE, "noHostsAvailable"],
		rest: [
			action("start", "start", {
				body: () => z.strictObject({ hostId: id.optional() }),
				toParams: ({ path, body }) => ({
					id: path.id,
					...(body.hostId === undefined ? {} : { host: body.hostId }),
				}),
			}),
		],
	}),
	"vm.stop": defineOperation({
		...running,
		description:
			"Shut a VM down: asking the guest, by force, or by force after a delay in milliseconds.",
		params: () =>
			z.strictObject({
				id,
				force: z.boolean().optional(),
				forceShutdownDelay: z.number().min(0).max(86_400_000).default(0),
				bypassBlockedOperation: z.boolean().optional(),
			}),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE, "vmMissingPvDrivers"],
		rest: [
			action("clean_shutdown", "shutdown:clean"),
			action("hard_shutdown", "shutdown:hard", { toParams: force }),
		],
	}),
	"vm.restart": defineOperation({
		...running,
		description: "Reboot a VM, asking the guest or by force.",
		params: () =>
			z.strictObject({
				id,
				force: z.boolean().optional(),
				bypassBlockedOperation: z.boolean().optional(),
			}),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE, "vmMissingPvDrivers"],
		rest: [
			action("clean_reboot", "reboot:clean"),
			action("hard_reboot", "reboot:hard", { toParams: force }),
		],
	}),
	"vm.suspend": defineOperation({
		...running,
		description: "Suspend a VM to disk.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE],
		rest: [action("suspend")],
	}),
	"vm.resume": defineOperation({
		...running,
		description: "Resume a suspended VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE],
		rest: [action("resume")],
	}),
	"vm.pause": defineOperation({
		...running,
		description: "Pause a running VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE],
		rest: [action("pause")],
	}),
	"vm.unpause": defineOperation({
		...running,
		description: "Unpause a paused VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: vm("operate"),
		errors: [...BLOCKABLE],
		rest: [action("unpause")],
	}),
	"vm.set": defineOperation({
		...running,
		description: "Change settings of a VM, snapshot or template.",
		params: vmSettings,
		result: () => done,
		objects: {
			...family("administrate"),
			suspendSr: {
				param: "suspendSr",
				types: ["SR"],
				permission: "administrate",
			},
			affinityHost: {
				param: "affinityHost",
				types: ["host"],
				permission: "view",
			},
		},
		errors: ["noSuchObject", "vmBadPowerState", "invalidParameters"],
		rest: [patchVm],
	}),
	"vm.snapshot": defineOperation({
		...running,
		description: "Snapshot a VM, with its memory if wanted; gives the id.",
		params: () =>
			z.strictObject({
				id,
				name: name.optional(),
				description: text.optional(),
				saveMemory: z.boolean().optional(),
			}),
		result: () => id,
		objects: vm("operate"),
		errors: [...BLOCKABLE],
		rest: [
			action("snapshot", "snapshot", {
				status: 201,
				body: () => z.strictObject({ name_label: name.optional() }),
				toParams: ({ path, body }) => ({
					id: path.id,
					...(body.name_label === undefined ? {} : { name: body.name_label }),
				}),
			}),
		],
	}),
	"vm.revert": defineOperation({
		...running,
		description: "Bring a VM back to one of its snapshots.",
		params: () => z.strictObject({ snapshot: id }),
		result: () => done,
		objects: {
			snapshot: {
				param: "snapshot",
				types: ["VM-snapshot"],
				permission: "operate",
			},
		},
		errors: [...BLOCKABLE],
	}),
	"vm.revertTo": defineOperation({
		...running,
		rpc: false,
		description:
			"Bring a VM back to one of its snapshots, after a snapshot of how it is now if wanted.",
		params: () =>
			z.strictObject({
				id,
				snapshot: id,
				snapshotBefore: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			...vm("operate"),
			snapshot: {
				param: "snapshot",
				types: ["VM-snapshot"],
				permission: "operate",
			},
		},
		errors: [...BLOCKABLE],
		rest: [
			action("revert_snapshot", "revert-snapshot", {
				body: () =>
					z.strictObject({
						snapshotId: id,
						snapshotBefore: z.boolean().optional(),
					}),
				toParams: ({ path, body: { snapshotId, ...rest } }) => ({
					...rest,
					id: path.id,
					snapshot: snapshotId,
				}),
			}),
		],
	}),
	"vm.clone": defineOperation({
		...running,
		description:
			"Clone a VM, snapshot or template on its SRs, sharing blocks or with a full copy of its disks; gives the id.",
		params: () => z.strictObject({ id, name, full_copy: z.boolean() }),
		result: () => id,
		objects: family("administrate"),
		errors: [...BLOCKABLE],
	}),
	"vm.delete": defineOperation({
		...running,
		description: "Delete a VM, and its disks unless deleteDisks is false.",
		params: () =>
			z.strictObject({
				id,
				deleteDisks: z.boolean().optional(),
				force: z.boolean().optional(),
				forceDeleteDefaultTemplate: z.boolean().optional(),
				forceBlockedOperation: z.boolean().optional(),
			}),
		result: () => done,
		objects: family("administrate"),
		errors: [...BLOCKABLE],
		rest: [
			remove(),
			routesOf("vm-snapshot", "VM-snapshot").remove(),
			routesOf("vm-template", "VM-template").remove(),
		],
	}),
} as const;
