import { z } from "zod";
import { defineOperation, type ObjectPermission } from "../operation.ts";
import { done, id } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const write = {
	access: "signed-in",
	effect: "write",
	result: () => done,
	errors: ["noSuchObject", "incorrectState", "operationFailed"],
} as const;

const { action } = routesOf("host", "host");

function host(permission: ObjectPermission, param = "id") {
	return { host: { param, types: ["host"], permission } } as const;
}

const flag = z.boolean().optional();

/** There are no backup runs that it could disturb. */
const bypassBackupCheck = flag.describe("Changes nothing in this version");

const ids = z.array(id).max(10_000).optional();

const restartAgent = defineOperation({
	...write,
	description: "Restart the toolstack of a host; its VMs run on.",
	params: () => z.strictObject({ id, bypassBackupCheck }),
	objects: host("administrate"),
	rest: [
		action("restart_toolstack", "restart-toolstack", {
			body: () => z.strictObject({ bypassBackupCheck }),
		}),
	],
});

export const hostPowerOperations = {
	"host.enable": defineOperation({
		...write,
		description: "Let VMs start on a host again.",
		params: () => z.strictObject({ id }),
		objects: host("administrate"),
		rest: [action("enable")],
	}),
	"host.disable": defineOperation({
		...write,
		description:
			"Let no VM start on a host any more; with transient false not even after it has restarted.",
		params: () => z.strictObject({ id, transient: flag }),
		objects: host("administrate"),
	}),
	"host.withdraw": defineOperation({
		...write,
		rpc: false,
		description:
			"Let no VM start on a host any more, and move its VMs away if wanted; force moves those too whose migration is blocked.",
		params: () =>
			z.strictObject({
				id,
				autoEnable: flag,
				evacuate: flag,
				vmIdsToForceMigrate: ids,
				force: flag,
			}),
		objects: host("administrate"),
		rest: [
			action("disable", "disable", {
				body: () =>
					z.strictObject({
						autoEnable: flag,
						evacuate: flag,
						vmIdsToForceMigrate: ids,
						force: flag,
					}),
			}),
		],
	}),
	"host.setMaintenanceMode": defineOperation({
		...write,
		description:
			"Begin maintenance of a host: disable it and move its VMs away, those named even if their migration is blocked. Or end it.",
		params: () =>
			z.strictObject({
				id,
				maintenance: z.boolean(),
				vmsToForceMigrate: ids,
			}),
		objects: host("administrate"),
	}),
	"host.restart": defineOperation({
		...write,
		description:
			"Reboot a host after its VMs have moved away; with force without moving them, with suspendResidentVms after suspending them, to resume them when it is back.",
		params: () =>
			z.strictObject({
				id,
				force: flag,
				suspendResidentVms: z.boolean().default(false),
				bypassBackupCheck,
				bypassBlockedSuspend: flag,
				bypassCurrentVmCheck: flag.describe("Changes nothing in this version"),
				bypassVersionCheck: flag,
			}),
		objects: host("operate"),
		rest: [
			action("clean_reboot", "reboot:clean", {
				body: () =>
					z.strictObject({
						bypassVersionCheck: flag,
						bypassBackupCheck,
						force: flag,
					}),
			}),
			action("smart_reboot", "reboot:smart", {
				body: () =>
					z.strictObject({
						bypassCurrentVmCheck: flag,
						bypassBlockedSuspend: flag,
						bypassVersionCheck: flag,
						bypassBackupCheck,
					}),
				toParams: ({ path, body }) => ({
					...body,
					id: path.id,
					suspendResidentVms: true,
				}),
			}),
		],
	}),
	"host.stop": defineOperation({
		...write,
		description:
			"Shut a host down, after its VMs have moved away unless bypassEvacuate.",
		params: () =>
			z.strictObject({ id, bypassBackupCheck, bypassEvacuate: flag }),
		objects: host("operate"),
		rest: [
			action("clean_shutdown", "shutdown:clean", {
				body: () => z.strictObject({ bypassEvacuate: flag, bypassBackupCheck }),
			}),
		],
	}),
	"host.start": defineOperation({
		...write,
		description:
			"Power a host on, by what it is set up for (IPMI, Wake-on-LAN).",
		params: () => z.strictObject({ id }),
		objects: host("operate"),
		rest: [action("start")],
	}),
	"host.restartAgent": restartAgent,
	"host.restart_agent": defineOperation({
		...write,
		description: "The same as host.restartAgent.",
		params: restartAgent.params,
		objects: host("administrate"),
	}),
	"host.emergencyShutdownHost": defineOperation({
		...write,
		description:
			"Suspend the VMs of a host where that works, then shut it down.",
		params: () => z.strictObject({ host: id }),
		objects: host("administrate", "host"),
		rest: [
			action("emergency_shutdown", "shutdown:emergency", {
				toParams: ({ path }) => ({ host: path.id }),
			}),
		],
	}),
	"host.detach": defineOperation({
		...write,
		description:
			"Eject a host from its pool; its local storage is wiped, and it restarts as a pool of its own.",
		params: () => z.strictObject({ id }),
		objects: host("administrate"),
		rest: [action("detach")],
	}),
	"host.forget": defineOperation({
		...write,
		description:
			"Remove a host that does not run, and never will again, from its pool.",
		params: () => z.strictObject({ id }),
		objects: host("administrate"),
		rest: [action("forget")],
	}),
	"host.scanPifs": defineOperation({
		...write,
		description: "Look again at which physical interfaces a host has.",
		params: () => z.strictObject({ id }),
		objects: host("administrate"),
		rest: [action("scan_pifs", "scan-pifs")],
	}),
	"host.managementReconfigure": defineOperation({
		...write,
		description: "Move the management of a host to another of its PIFs.",
		params: () => z.strictObject({ id, pif: id }),
		objects: {
			...host("administrate"),
			pif: { param: "pif", types: ["PIF"], permission: "administrate" },
		},
		rest: [
			action("management_reconfigure", "update:management", {
				body: () => z.strictObject({ pif: id }),
				privilege: { resource: "pif", action: "update:management" },
			}),
		],
	}),
} as const;
