import { useLayoutEffect, useRef, useState } from "react";

/** A function that stays the same and does what the last render's would: for
 *  components that should not be drawn anew for it. Not to be called while
 *  drawing. */
export function useStable<Args extends readonly unknown[], Result>(
	work: (...args: Args) => Result,
): (...args: Args) => Result {
	const latest = useRef(work);
	useLayoutEffect(() => {
		latest.current = work;
	});
	const [stable] = useState(
		() =>
			(...args: Args) =>
				latest.current(...args),
	);
	return stable;
}
