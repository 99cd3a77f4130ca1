import type { ObjectType } from "@xo/contract";

/** XAPI class behind each type of object; a type that is absent has the name
 *  of its class. */
const classes: Readonly<Partial<Record<ObjectType, string>>> = {
	"VM-controller": "VM",
	"VM-snapshot": "VM",
	"VM-template": "VM",
	"VDI-snapshot": "VDI",
	"VDI-unmanaged": "VDI",
	patch: "host_patch",
	vgpu: "VGPU",
	gpuGroup: "GPU_group",
	vgpuType: "VGPU_type",
	bond: "Bond",
};

export function xapiClassOf(type: ObjectType): string {
	return classes[type] ?? type;
}
