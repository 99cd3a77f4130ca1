import type { XoPusb, XoUsbGroup, XoVusb } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	refOf,
	strings,
	text,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function derivePusb(pusb: XapiRecord, context: Context): XoPusb {
	const vendor = text(pusb, "vendor_desc");
	const product = text(pusb, "product_desc");
	return {
		...base("PUSB", pusb, context),
		description: product.trim() === "" ? vendor : `${vendor} - ${product}`,
		host: context.link("host", refOf(pusb, "host")),
		passthroughEnabled: flag(pusb, "passthrough_enabled"),
		speed: number(pusb, "speed"),
		usbGroup: context.link("USB_group", refOf(pusb, "USB_group")),
		vendorId: text(pusb, "vendor_id"),
		version: text(pusb, "version"),
	};
}

export function deriveVusb(vusb: XapiRecord, context: Context): XoVusb {
	return {
		...base("VUSB", vusb, context),
		vm: context.link("VM", refOf(vusb, "VM")),
		currentlyAttached: flag(vusb, "currently_attached"),
		usbGroup: context.link("USB_group", refOf(vusb, "USB_group")),
	};
}

export function deriveUsbGroup(
	group: XapiRecord,
	context: Context,
): XoUsbGroup {
	return {
		...base("USB_group", group, context),
		PUSBs: context.links("PUSB", strings(group, "PUSBs")),
		VUSBs: context.links("VUSB", strings(group, "VUSBs")),
	};
}
