import type { XoVmTemplate } from "@xo/contract";
import { stringMap, toNumber, type XapiRecord } from "../records.ts";
import { attributesOf } from "../xml.ts";

/** How to install from a template. */
export function templateInfo(vm: XapiRecord): XoVmTemplate["template_info"] {
	const other = stringMap(vm, "other_config");
	const methods = other["install-methods"] ?? "";
	return {
		arch: other["install-arch"],
		disks: attributesOf(other.disks ?? "", "disk").map((disk) => ({
			bootable: disk.bootable === "true",
			device: disk.device ?? "",
			size: toNumber(disk.size) ?? 0,
			SR: disk.sr ?? "",
			type: disk.type ?? "",
		})),
		install_methods: methods.split(",").filter((method) => method !== ""),
		install_repository: other["install-repository"],
	};
}
