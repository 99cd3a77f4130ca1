import type { TableSection, TableWindow } from "./model.ts";

/** Rows that should be loaded above and below those on screen. */
const MARGIN = 80;
/** Rows that are asked for above and below, so that not every step asks. */
const REACH = 110;
const STEP = 20;

/** The window to ask for when a section shows its places `from` to `to`;
 *  nothing where what is loaded reaches far enough. */
export function wantedWindow(
	section: Pick<TableSection<unknown>, "length" | "offset" | "rows">,
	from: number,
	to: number,
): TableWindow | undefined {
	const first = Math.max(0, from - MARGIN);
	const last = Math.min(section.length - 1, to + MARGIN);
	const end = section.offset + section.rows.length;
	if (first >= section.offset && last < end) return undefined;
	const offset = Math.max(0, Math.floor((from - REACH) / STEP) * STEP);
	const limit = Math.ceil((to + REACH - offset) / STEP) * STEP;
	return { offset, limit };
}
