/** Number of characters to insert, delete, replace or swap to get from one to
 *  the other. */
export function editDistance(from: string, to: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1];
			let cost = Math.min(
				at(previous, column) + 1,
				at(current, column - 1) + 1,
				at(previous, column - 1) + (same ? 0 : 1),
			);
			if (
				row > 1 &&
				column > 1 &&
				from[row - 1] === to[column - 2] &&
				from[row - 2] === to[column - 1]
			) {
				cost = Math.min(cost, at(before, column - 2) + 1);
			}
			current.push(cost);
		}
		before = previous;
		previous = current;
	}
	return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}

const MOST_SUGGESTIONS = 3;
const LONGEST_NAME = 100;

/** The candidates that `name` was most likely meant to be, best first. */
export function suggest(name: string, candidates: Iterable<string>): string[] {
	if (name.length > LONGEST_NAME) return [];
	const wanted = name.toLowerCase();
	const tolerance = Math.max(1, Math.floor(wanted.length / 3));
	const near = [...candidates]
		.map((candidate) => ({
			candidate,
			distance: distanceTo(wanted, candidate.toLowerCase()),
		}))
		.filter(({ distance }) => distance <= tolerance)
		.sort(
			(a, b) =>
				a.distance - b.distance || a.candidate.localeCompare(b.candidate),
		);
	// The same in other letters leaves no doubt.
	const most = near[0]?.distance === 0 ? 1 : MOST_SUGGESTIONS;
	return near.slice(0, most).map(({ candidate }) => candidate);
}

/** A part of a method's name, such as `snapshot`, is a near miss too. */
function distanceTo(wanted: string, candidate: string): number {
	const distance = editDistance(wanted, candidate);
	return wanted.length > 3 && candidate.includes(wanted)
		? Math.min(distance, 1)
		: distance;
}

/** `did you mean a, b or c?`, or nothing. */
export function didYouMean(
	name: string,
	candidates: Iterable<string>,
): string | undefined {
	const found = suggest(name, candidates);
	const last = found.pop();
	if (last === undefined) return undefined;
	const list = found.length === 0 ? last : `${found.join(", ")} or ${last}`;
	return `did you mean ${list}?`;
}
