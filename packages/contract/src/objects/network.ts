import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	currentOperations,
	link,
	links,
	stringMap,
	xapiObject,
} from "./base.ts";

export const networkSchema = lazily(() =>
	z
		.object({
			...xapiObject("network"),
			PIFs: links,
			VIFs: links,
			automatic: z.boolean(),
			bridge: z.string(),
			current_operations: currentOperations,
			defaultIsLocked: z.boolean(),
			insecureNbd: z.boolean().optional(),
			nbd: z.boolean().optional(),
			isBonded: z.boolean(),
			MTU: z.number(),
			name_description: z.string(),
			name_label: z.string(),
			other_config: stringMap,
			tags: z.array(z.string()),
		})
		.meta({ id: "XoNetwork" }),
);
export type XoNetwork = Inferred<typeof networkSchema>;

export const pifSchema = lazily(() =>
	z
		.object({
			...xapiObject("PIF"),
			$host: link,
			$network: link,
			attached: z.boolean(),
			bondMaster: link,
			bondSlaves: links.optional(),
			isBondMaster: z.boolean(),
			isBondSlave: z.boolean(),
			carrier: z.boolean(),
			device: z.string(),
			deviceName: z.string().optional(),
			disallowUnplug: z.boolean(),
			dns: z.string(),
			gateway: z.string(),
			ip: z.string(),
			netmask: z.string(),
			ipv6: z.array(z.string()),
			ipv6Mode: z.string(),
			mac: z.string(),
			management: z.boolean(),
			mode: z.string(),
			mtu: z.number(),
			physical: z.boolean(),
			primaryAddressType: z.string(),
			speed: z.number().optional().describe("Mbit/s"),
			vlan: z.number().describe("-1 for none"),
		})
		.meta({ id: "XoPif" }),
);
export type XoPif = Inferred<typeof pifSchema>;

export const bondSchema = lazily(() =>
	z
		.object({ ...xapiObject("bond"), master: link, mode: z.string() })
		.meta({ id: "XoBond" }),
);
export type XoBond = Inferred<typeof bondSchema>;
