import type { LiveRow } from "@xo/contract";

export interface SnapshotNode {
	/** Undefined: the VM as it is now. */
	readonly row: LiveRow | undefined;
	readonly children: readonly SnapshotNode[];
}

function timeOf(row: LiveRow): number {
	return typeof row.snapshot_time === "number" ? row.snapshot_time : 0;
}

/** Snapshots below those that they were made after; the VM of now hangs on the
 *  one that it was last reverted to or made. Source: XAPI's `VM.parent`. */
export function snapshotTree(
	snapshots: readonly LiveRow[],
	currentParent: string | undefined,
): readonly SnapshotNode[] {
	const known = new Set(snapshots.map(({ id }) => id));
	const byParent = new Map<string, LiveRow[]>();
	for (const row of snapshots.toSorted((a, b) => timeOf(a) - timeOf(b))) {
		const parent = typeof row.parent === "string" ? row.parent : "";
		const key = known.has(parent) && parent !== row.id ? parent : "";
		byParent.set(key, [...(byParent.get(key) ?? []), row]);
	}
	const here =
		currentParent !== undefined && known.has(currentParent)
			? currentParent
			: "";
	const seen = new Set<string>();
	const below = (key: string): SnapshotNode[] => {
		const nodes: SnapshotNode[] = [];
		for (const row of byParent.get(key) ?? []) {
			if (seen.has(row.id)) continue;
			seen.add(row.id);
			nodes.push({ row, children: below(row.id) });
		}
		if (key === here) nodes.push({ row: undefined, children: [] });
		return nodes;
	};
	return below("");
}
