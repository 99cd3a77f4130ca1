import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { addresses, done, id, mac } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("vif", "VIF");

const write = { access: "signed-in", effect: "write" } as const;

const lockingMode = lazily(() =>
	z.enum(["disabled", "locked", "network_default", "unlocked"]),
);

const settings = lazily(() => ({
	allowedIpv4Addresses: addresses.optional(),
	allowedIpv6Addresses: addresses.optional(),
	lockingMode: lockingMode().optional(),
	/** kB/s; null lifts the limit. */
	rateLimit: z.number().min(0).nullish(),
	txChecksumming: z.boolean().optional(),
}));

const strings = lazily(() =>
	z.record(z.string().max(256), z.string().max(4_096)),
);

const newVif = lazily(() =>
	z.strictObject({
		vmId: id,
		networkId: id,
		device: z.string().regex(/^\d+$/).max(4).optional(),
		MAC: mac.optional(),
		MTU: z.int().min(0).max(65_535).optional(),
		currently_attached: z.boolean().optional(),
		ipv4_allowed: addresses.optional(),
		ipv6_allowed: addresses.optional(),
		locking_mode: lockingMode().optional(),
		other_config: strings().optional(),
		qos_algorithm_type: z.string().max(64).optional(),
		qos_algorithm_params: strings().optional(),
	}),
);

const operate = {
	vif: { param: "id", types: ["VIF"], permission: "operate" },
} as const;

export const vifOperations = {
	"vif.connect": defineOperation({
		...write,
		description: "Plug a VIF into its running VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: operate,
		errors: ["noSuchObject", "vmBadPowerState"],
		rest: [routes.action("connect")],
	}),
	"vif.disconnect": defineOperation({
		...write,
		description: "Unplug a VIF from its running VM.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: operate,
		errors: ["noSuchObject", "vmBadPowerState"],
		rest: [routes.action("disconnect")],
	}),
	"vif.delete": defineOperation({
		...write,
		description: "Delete a VIF, unplugging it first.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: {
			vif: { param: "id", types: ["VIF"], permission: "administrate" },
		},
		errors: ["noSuchObject", "vmBadPowerState"],
		rest: [routes.remove()],
	}),
	"vif.set": defineOperation({
		...write,
		description:
			"Change a VIF: network, MAC address, allowed addresses, locking, rate limit, TX checksums, whether it is plugged. Another MAC address makes it a new VIF; gives the id.",
		params: () =>
			z.strictObject({
				id,
				network: id.optional(),
				mac: mac.optional(),
				...settings(),
				attached: z.boolean().optional(),
				/** Self-service comes with a later version. */
				resourceSet: z.string().optional(),
			}),
		result: () => id,
		objects: {
			...operate,
			network: { param: "network", types: ["network"], permission: "operate" },
		},
		errors: ["noSuchObject", "invalidParameters", "vmBadPowerState"],
		rest: [routes.update({ body: () => z.strictObject(settings()) })],
	}),
	"vif.getLockingModeValues": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How the traffic of a VIF can be locked.",
		params: () => z.looseObject({}),
		result: () => z.array(lockingMode()),
		objects: {},
		errors: [],
	}),
	"vif.create": defineOperation({
		...write,
		rpc: false,
		description: "Create a VIF on a VM; gives its id.",
		params: newVif,
		result: () => id,
		objects: {
			vm: {
				param: "vmId",
				types: ["VM", "VM-template", "VM-snapshot"],
				permission: "administrate",
			},
			network: {
				param: "networkId",
				types: ["network"],
				permission: "operate",
			},
		},
		errors: ["noSuchObject", "invalidParameters"],
		rest: [routes.create({ body: newVif })],
	}),
} as const;
