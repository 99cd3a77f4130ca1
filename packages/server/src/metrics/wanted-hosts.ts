import type { XoHost, XoObject } from "@xo/contract";
import type { LiveObjects } from "../objects/live-objects.ts";

/** What somebody wants metrics of. */
export interface Demand {
	readonly types: readonly string[];
	ids(): Iterable<string> | undefined;
}

type Objects = Pick<LiveObjects, "find" | "ofType">;

const MEASURED: ReadonlySet<string> = new Set([
	"VM",
	"VM-controller",
	"host",
	"pool",
	"SR",
]);

/** The running hosts that know what is asked for. */
export function wantedHosts(
	demands: Iterable<Demand>,
	objects: Objects,
): Map<string, XoHost> {
	const wanted = new Map<string, XoHost>();
	const add = (host: XoObject | undefined) => {
		if (host?.type === "host" && host.power_state === "Running") {
			wanted.set(host.id, host);
		}
	};
	const seen = new Set<string>();
	for (const { types, ids } of demands) {
		if (!types.some((type) => MEASURED.has(type))) continue;
		const some = ids();
		if (some === undefined) {
			for (const host of objects.ofType("host")) add(host);
			return wanted;
		}
		for (const id of some) {
			if (seen.has(id)) continue;
			seen.add(id);
			for (const host of hostsOf(id, objects)) add(host);
		}
	}
	return wanted;
}

function hostsOf(id: string, objects: Objects): Iterable<XoObject | undefined> {
	const object = objects.find(id);
	switch (object?.type) {
		case "host":
			return [object];
		case "VM":
		case "VM-controller":
			return [objects.find(object.$container ?? "")];
		case "pool":
			return Iterator.from(objects.ofType("host")).filter(
				({ $pool }) => $pool === id,
			);
		case "SR":
			return object.$PBDs.map((pbdId) => {
				const pbd = objects.find(pbdId ?? "");
				return pbd?.type === "PBD" ? objects.find(pbd.host ?? "") : undefined;
			});
		default:
			return [];
	}
}
