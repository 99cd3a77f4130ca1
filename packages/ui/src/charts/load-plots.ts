/** Loads what draws charts, for a page that will have some: it is there when
 *  their data is. */
export function loadPlots(): void {
	void import("uplot");
}
