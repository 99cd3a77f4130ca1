import { z } from "zod";
import { link, links, xapiObject } from "./base.ts";

export const pusbSchema = z
	.object({
		...xapiObject("PUSB"),
		description: z.string(),
		host: link,
		passthroughEnabled: z.boolean(),
		speed: z.number().describe("Mbit/s"),
		usbGroup: link,
		vendorId: z.string(),
		version: z.string(),
	})
	.meta({ id: "XoPusb" });
export type XoPusb = z.infer<typeof pusbSchema>;

export const vusbSchema = z
	.object({
		...xapiObject("VUSB"),
		vm: link,
		currentlyAttached: z.boolean(),
		usbGroup: link,
	})
	.meta({ id: "XoVusb" });
export type XoVusb = z.infer<typeof vusbSchema>;

export const usbGroupSchema = z
	.object({ ...xapiObject("USB_group"), PUSBs: links, VUSBs: links })
	.meta({ id: "XoUsbGroup" });
export type XoUsbGroup = z.infer<typeof usbGroupSchema>;
