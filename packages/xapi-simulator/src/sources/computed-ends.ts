import { datamodel } from "@xo/xapi-wire";

/** The ends of relations that follow from the other one: `SR.VDIs`. A row is
 *  created without them. */
export const computedEnds: ReadonlySet<string> = new Set(
	datamodel.relations
		.filter(([stored, end]) => stored !== end)
		.map(([, end]) => end),
);
