/** What was done at the end of a text: how many characters went, and which
 *  came. Phones rewrite whole words instead of sending keys. */
export function changeOf(
	before: string,
	after: string,
): { readonly deleted: number; readonly inserted: string } {
	const old = [...before];
	const now = [...after];
	let same = 0;
	while (same < old.length && old[same] === now[same]) same++;
	return {
		deleted: old.length - same,
		inserted: now.slice(same).join(""),
	};
}
