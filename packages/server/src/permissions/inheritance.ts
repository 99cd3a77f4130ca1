import type { XoObject } from "@xo/contract";

/** Objects by id, and the two links that only a search can follow. */
export interface ObjectGraph {
	find(id: string): XoObject | undefined;
}

type Loose = Readonly<Record<string, unknown>>;

function one(object: XoObject, property: string): readonly string[] {
	const value = (object as Loose)[property];
	return typeof value === "string" ? [value] : [];
}

function many(object: XoObject, property: string): readonly string[] {
	const value = (object as Loose)[property];
	return Array.isArray(value)
		? value.filter((item) => typeof item === "string")
		: [];
}

/** A VDI without rights of its SR may have those of a VM that it is on. */
function vmsOfVdi(vdi: XoObject, graph: ObjectGraph): readonly string[] {
	return many(vdi, "$VBDs").flatMap((id) => {
		const vbd = graph.find(id);
		return vbd === undefined ? [] : one(vbd, "VM");
	});
}

type Rule = (object: XoObject, graph: ObjectGraph) => readonly string[];

/** From whom an object without an entry of its own takes its rights; any of
 *  them is enough. Source: the legacy ACL rules of existing clients. */
const parents: Readonly<Partial<Record<XoObject["type"], Rule>>> = {
	host: (object) => one(object, "$pool"),
	network: (object) => one(object, "$pool"),
	"VM-template": (object) => one(object, "$pool"),
	SR: (object) => one(object, "$container"),
	VM: (object) => one(object, "$container"),
	"VM-controller": (object) => one(object, "$container"),
	"VM-snapshot": (object) => one(object, "$snapshot_of"),
	VDI: (object, graph) => [...one(object, "$SR"), ...vmsOfVdi(object, graph)],
	"VDI-snapshot": (object) => one(object, "$snapshot_of"),
	VBD: (object) => one(object, "VDI"),
	VIF: (object) => [...one(object, "$network"), ...one(object, "$VM")],
	PBD: (object) => [...one(object, "host"), ...one(object, "SR")],
	PIF: (object) => one(object, "$host"),
	PCI: (object) => one(object, "$host"),
	task: (object) => one(object, "$host"),
	PUSB: (object) => one(object, "host"),
	VUSB: (object) => one(object, "vm"),
	message: (object) => one(object, "$object"),
};

export function parentsOf(
	object: XoObject,
	graph: ObjectGraph,
): readonly string[] {
	return parents[object.type]?.(object, graph) ?? [];
}

/** A USB group has a right only when all of its devices do. */
export function requiredPartsOf(object: XoObject): readonly string[] {
	return object.type === "USB_group" ? many(object, "PUSBs") : [];
}

/** Types from which anything in the pool may inherit: to look for the heirs
 *  is to look at the whole pool. They seldom come or go. */
const wide: ReadonlySet<XoObject["type"]> = new Set(["pool", "host"]);

/** Whether all objects of its pool may take their rights from this one. */
export function isWideParent(object: XoObject): boolean {
	return wide.has(object.type);
}

/** Objects that may take their rights from this one: when its own rights
 *  change, theirs may. Messages are found by the caller, and the heirs of
 *  {@link isWideParent wide} ones. */
export function dependentsOf(
	object: XoObject,
	graph: ObjectGraph & {
		ofType(type: "VUSB" | "USB_group"): Iterable<XoObject>;
	},
): readonly string[] {
	switch (object.type) {
		case "VM":
			return [
				...many(object, "snapshots"),
				...many(object, "VIFs"),
				...many(object, "$VBDs"),
				...many(object, "$VBDs").flatMap((id) => {
					const vbd = graph.find(id);
					return vbd === undefined ? [] : one(vbd, "VDI");
				}),
				...idsWhere(graph.ofType("VUSB"), (vusb) => one(vusb, "vm"), object),
			];
		case "SR":
			return [...many(object, "VDIs"), ...many(object, "$PBDs")];
		case "VDI":
			return [...many(object, "$VBDs"), ...many(object, "snapshots")];
		case "VBD":
			return one(object, "VDI");
		case "network":
			return many(object, "VIFs");
		case "PUSB":
			return idsWhere(graph.ofType("USB_group"), requiredPartsOf, object);
		default:
			return [];
	}
}

function idsWhere(
	objects: Iterable<XoObject>,
	linksOf: (object: XoObject) => readonly string[],
	target: XoObject,
): string[] {
	const found: string[] = [];
	for (const object of objects) {
		if (linksOf(object).includes(target.id)) found.push(object.id);
	}
	return found;
}
