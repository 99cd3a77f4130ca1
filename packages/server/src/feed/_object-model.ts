import type { ObjectType, XoObject } from "@xo/contract";
import type { ObjectChange } from "../objects/live-objects.ts";
import type { ViewSource } from "./audience-view.ts";

/** The links that an object has to others: property -> type it leads to. */
const links: Partial<Record<ObjectType, Readonly<Record<string, string>>>> = {
	pool: {},
	host: {},
	network: {},
	"VM-template": {},
	SR: { $container: "host" },
	VM: { $container: "host" },
	"VM-controller": { $container: "host" },
	"VM-snapshot": { $snapshot_of: "VM" },
	VDI: { $SR: "SR" },
	"VDI-snapshot": { $snapshot_of: "VDI" },
	VBD: { VDI: "VDI", VM: "VM" },
	VIF: { $network: "network", $VM: "VM" },
	PBD: { host: "host", SR: "SR" },
	PIF: { $host: "host" },
	PCI: { $host: "host" },
	task: { $host: "host" },
	PUSB: { host: "host" },
	VUSB: { vm: "VM" },
	USB_group: {},
	message: { $object: "VM" },
};

/** Lists that the other end of a link has. */
const lists: readonly [ObjectType, string, ObjectType, string][] = [
	["VM", "snapshots", "VM-snapshot", "$snapshot_of"],
	["VM", "VIFs", "VIF", "$VM"],
	["VM", "$VBDs", "VBD", "VM"],
	["SR", "VDIs", "VDI", "$SR"],
	["SR", "$PBDs", "PBD", "SR"],
	["VDI", "$VBDs", "VBD", "VDI"],
	["VDI", "snapshots", "VDI-snapshot", "$snapshot_of"],
	["network", "VIFs", "VIF", "$network"],
	["USB_group", "PUSBs", "PUSB", "group"],
];

export const modelTypes = Object.keys(links) as ObjectType[];
export const COPIES = 3;

export interface Mutation {
	readonly type: ObjectType;
	readonly index: number;
	readonly isPresent: boolean;
	/** Of the objects that its links lead to. */
	readonly target: number;
}

type Loose = Record<string, unknown> & { id: string; type: ObjectType };

/** A small world of objects whose two-sided links agree, as those of a pool
 *  do, and what is published of it. */
export class ObjectModel implements ViewSource {
	readonly #present = new Map<string, Mutation>();
	readonly published = new Map<string, XoObject>();

	/** What has to be published after it. */
	mutate(mutations: readonly Mutation[]): ObjectChange[] {
		for (const mutation of mutations) {
			const id = `${mutation.type}${mutation.index}`;
			// Pools and hosts stay where they are: links never leave a pool.
			const isFixed = mutation.type === "pool" || mutation.type === "host";
			const target = isFixed ? mutation.index : mutation.target;
			if (mutation.isPresent) this.#present.set(id, { ...mutation, target });
			else this.#present.delete(id);
		}
		const next = this.#derive();
		const changes: ObjectChange[] = [];
		for (const id of new Set([...this.published.keys(), ...next.keys()])) {
			const previous = this.published.get(id);
			const current = next.get(id);
			if (JSON.stringify(previous) === JSON.stringify(current)) continue;
			changes.push({ id, previous, current });
		}
		return changes;
	}

	publish(changes: readonly ObjectChange[]): void {
		for (const { id, current } of changes) {
			if (current === undefined) this.published.delete(id);
			else this.published.set(id, current);
		}
	}

	find(id: string): XoObject | undefined {
		return this.published.get(id);
	}

	all(): Iterable<XoObject> {
		return this.published.values();
	}

	ofType(type: ObjectType): XoObject[] {
		return [...this.all()].filter((object) => object.type === type);
	}

	ofPool(poolId: string): XoObject[] {
		return [...this.all()].filter(({ $pool }) => $pool === poolId);
	}

	messagesOf(id: string): XoObject[] {
		return this.ofType("message").filter(
			(message) => (message as unknown as Loose).$object === id,
		);
	}

	#derive(): Map<string, XoObject> {
		const objects = new Map<string, Loose>();
		for (const [id, { type, index, target }] of this.#present) {
			const $pool = `pool${target % 2}`;
			const object: Loose = { id, type, $pool, target };
			for (const [property, to] of Object.entries(links[type] ?? {})) {
				object[property] = `${to}${target}`;
			}
			// Another disk may come into a drive; the drive stays in its VM.
			if (type === "VBD") object.VM = `VM${index}`;
			if (type === "PUSB") object.group = `USB_group${target}`;
			if (type === "pool") object.$pool = id;
			objects.set(id, object);
		}
		for (const object of objects.values()) {
			for (const [type, list, from, property] of lists) {
				if (object.type !== type) continue;
				object[list] = [...objects.values()]
					.filter((other) => other.type === from)
					.filter((other) => other[property] === object.id)
					.map(({ id }) => id);
			}
		}
		return objects as unknown as Map<string, XoObject>;
	}
}
