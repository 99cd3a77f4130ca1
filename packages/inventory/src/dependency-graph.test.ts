import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DependencyGraph, ReadLog } from "./dependency-graph.ts";

function logOf(reads: readonly (readonly [number, number])[]): ReadLog {
	const log = new ReadLog();
	log.clear();
	for (const [slot, mask] of reads) log.add(slot, mask);
	return log;
}

function dependentsOf(graph: DependencyGraph, slot: number, mask: number) {
	const dependents: number[] = [];
	graph.forEachDependent(slot, mask, (dependent) => dependents.push(dependent));
	return dependents.sort((a, b) => a - b);
}

describe("DependencyGraph", () => {
	it("equals a naive one after any sequence of replacements", () => {
		const slot = fc.nat(20);
		const reads = fc.array(fc.tuple(slot, fc.constantFrom(1, 2, 4)));
		fc.assert(
			fc.property(fc.array(fc.tuple(slot, reads)), (steps) => {
				const graph = new DependencyGraph();
				const naive = new Map<number, readonly (readonly [number, number])[]>();
				for (const [dependent, list] of steps) {
					const released = new Set<number>();
					graph.setReads(dependent, logOf(list), (source) => {
						released.add(source);
					});
					naive.set(dependent, list);
					for (const source of released) {
						expect(graph.hasDependents(source)).toBe(false);
					}
				}
				for (let source = 0; source <= 20; source++) {
					for (const mask of [1, 2, 4, 7]) {
						const expected = [...naive].filter(([, list]) =>
							list.some(([s, m]) => s === source && (m & mask) !== 0),
						);
						expect(dependentsOf(graph, source, mask)).toEqual(
							expected.map(([dependent]) => dependent).sort((a, b) => a - b),
						);
						if (expected.length > 0) {
							expect(graph.facetsRead(source) & mask).not.toBe(0);
						}
					}
				}
			}),
		);
	});

	it("grows, and uses again what was freed", () => {
		const graph = new DependencyGraph();
		for (let round = 0; round < 3; round++) {
			for (let dependent = 0; dependent < 5000; dependent++) {
				graph.setReads(dependent, logOf([[10_000 + round, 1]]), () => {});
			}
		}
		expect(dependentsOf(graph, 10_002, 1)).toHaveLength(5000);
		expect(graph.hasDependents(10_000)).toBe(false);
		expect(graph.facetsRead(10_000)).toBe(0);
	});
});
