import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { link, links, xapiObject } from "./base.ts";

export const pusbSchema = lazily(() =>
	z
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
		.meta({ id: "XoPusb" }),
);
export type XoPusb = Inferred<typeof pusbSchema>;

export const vusbSchema = lazily(() =>
	z
		.object({
			...xapiObject("VUSB"),
			vm: link,
			currentlyAttached: z.boolean(),
			usbGroup: link,
		})
		.meta({ id: "XoVusb" }),
);
export type XoVusb = Inferred<typeof vusbSchema>;

export const usbGroupSchema = lazily(() =>
	z
		.object({ ...xapiObject("USB_group"), PUSBs: links, VUSBs: links })
		.meta({ id: "XoUsbGroup" }),
);
export type XoUsbGroup = Inferred<typeof usbGroupSchema>;
