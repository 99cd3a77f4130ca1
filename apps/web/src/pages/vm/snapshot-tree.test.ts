import { expect, it } from "vitest";
import { type SnapshotNode, snapshotTree } from "./snapshot-tree.ts";

function row(id: string, parent: string | null, snapshot_time: number) {
	return { id, type: "VM-snapshot", parent, snapshot_time };
}

function print(nodes: readonly SnapshotNode[]): string {
	return nodes
		.map(({ row, children }) => {
			const inner = print(children);
			return `${row?.id ?? "here"}${inner === "" ? "" : `(${inner})`}`;
		})
		.join(" ");
}

it("hangs snapshots below those that they came after", () => {
	const snapshots = [
		row("c", "a", 3),
		row("b", "a", 2),
		row("a", null, 1),
		row("d", "c", 4),
	];
	expect(print(snapshotTree(snapshots, "d"))).toBe("a(b c(d(here)))");
	expect(print(snapshotTree(snapshots, "b"))).toBe("a(b(here) c(d))");
});

it("keeps those whose parent is gone, and the VM", () => {
	expect(print(snapshotTree([row("b", "gone", 2)], "gone"))).toBe("b here");
	expect(print(snapshotTree([], undefined))).toBe("here");
});

it("ends on circles", () => {
	expect(print(snapshotTree([row("a", "a", 1)], undefined))).toBe("a here");
});
