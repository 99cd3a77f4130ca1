import { z } from "zod";
import { lazily } from "../lazily.ts";
import { id, name, size, text } from "./common.ts";

/** Parameters of `vm.set`; `null` clears a setting. */
export const vmSettings = lazily(() =>
	z.strictObject({
		id,
		auto_poweron: z.boolean().optional(),
		name_label: name.optional(),
		name_description: text.optional(),
		notes: z.string().max(2_048).nullish(),
		high_availability: z.enum(["best-effort", "restart", ""]).optional(),
		CPUs: z.int().min(1).optional(),
		cpusMax: z.union([z.int().min(1), z.string().min(1).max(16)]).optional(),
		memory: size.optional(),
		memoryMin: size.optional(),
		memoryMax: size.optional(),
		memoryStaticMax: size.optional(),
		PV_args: text.optional(),
		cpuMask: z.array(z.int().min(0)).max(4_096).optional(),
		cpuWeight: z.int().nullish(),
		cpuCap: z.int().nullish(),
		affinityHost: id.nullish(),
		vga: z.string().min(1).max(64).optional(),
		videoram: z.number().min(0).optional(),
		coresPerSocket: z.union([z.string().max(16), z.number()]).nullish(),
		hasVendorDevice: z.boolean().optional(),
		expNestedHvm: z.boolean().optional(),
		nestedVirt: z.boolean().optional(),
		startDelay: z.int().min(0).optional(),
		secureBoot: z.boolean().optional(),
		nicType: z.string().min(1).max(64).nullish(),
		hvmBootFirmware: z.string().min(1).max(16).nullish(),
		virtualizationMode: z.string().min(1).max(32).optional(),
		viridian: z.boolean().optional(),
		blockedOperations: z
			.record(
				z.string().max(64),
				z.union([z.boolean(), z.string().max(4_096)]).nullable(),
			)
			.optional(),
		creation: z.strictObject({ user: z.string().optional() }).optional(),
		suspendSr: id.nullish(),
		uefiMode: z.enum(["setup", "user"]).optional(),
		xenStoreData: z.record(z.string().max(256), text.nullable()).optional(),
		/** Self-service comes with a later version; see docs/compatibility.md. */
		resourceSet: z.string().nullish(),
		share: z.boolean().optional(),
	}),
);
