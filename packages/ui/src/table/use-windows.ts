import { useEffect, useRef } from "react";
import type { TableSection, TableWindow } from "./model.ts";
import { rangesOf } from "./sections.ts";
import { wantedWindow } from "./window.ts";

/** How long an unanswered window keeps others from being asked for. */
const PATIENCE_MS = 300;

/** Asks for windows of rows that are, or soon will be, on screen: one at a
 *  time for a section, so that fast scrolling asks only for where it stops. */
export function useWindows<Row>(
	sections: readonly TableSection<Row>[],
	range: { readonly first: number; readonly last: number },
	onWindow: (sectionId: string, window: TableWindow) => void,
): void {
	const asked = useRef(
		new Map<string, { section: TableSection<Row>; until: number }>(),
	);
	useEffect(() => {
		for (const { section, from, to } of rangesOf(
			sections,
			range.first,
			range.last,
		)) {
			const wanted = wantedWindow(section, from, to);
			const before = asked.current.get(section.id);
			const isWaiting =
				before?.section.offset === section.offset &&
				before.section.rows.length === section.rows.length &&
				performance.now() < before.until;
			if (wanted === undefined || isWaiting) continue;
			asked.current.set(section.id, {
				section,
				until: performance.now() + PATIENCE_MS,
			});
			onWindow(section.id, wanted);
		}
	});
}
