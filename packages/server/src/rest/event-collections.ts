import { z } from "zod";

/** What events can be subscribed to; `task` are those of the daemon. */
const COLLECTIONS = [
	"pool",
	"host",
	"VM",
	"VM-template",
	"VM-snapshot",
	"VM-controller",
	"SR",
	"SM",
	"VDI",
	"VDI-snapshot",
	"VDI-unmanaged",
	"VBD",
	"VIF",
	"VTPM",
	"PIF",
	"PBD",
	"PCI",
	"PGPU",
	"gpuGroup",
	"vgpu",
	"vgpuType",
	"network",
	"message",
	"alarm",
	"task",
] as const;

export type EventCollection = (typeof COLLECTIONS)[number];

/** Body of a subscription to events. */
export const subscriptionBody = z.strictObject({
	collection: z.enum(COLLECTIONS),
	fields: z
		.union([z.literal("*"), z.array(z.string().max(256)).max(200)])
		.default("*"),
});
