import { type KeyboardEvent, useRef } from "react";

/** Letters typed within this time belong together. */
const BREATH_MS = 700;
/** Keys of the page, whatever has the focus. */
const OF_THE_PAGE = new Set([" ", "/", "?"]);

/** Letters typed in a breath make a word. Gives it, in small letters, with
 *  each of them, and undefined for other keys. */
export function useTypedWord(): (event: KeyboardEvent) => string | undefined {
	const typed = useRef({ word: "", at: 0 });
	return ({ key, ctrlKey, metaKey, altKey, timeStamp }) => {
		const hasModifier = ctrlKey || metaKey || altKey;
		if (key.length !== 1 || hasModifier || OF_THE_PAGE.has(key)) {
			return undefined;
		}
		const isNext = timeStamp - typed.current.at < BREATH_MS;
		const word = (isNext ? typed.current.word : "") + key.toLowerCase();
		typed.current = { word, at: timeStamp };
		return word;
	};
}
