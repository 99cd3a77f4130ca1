/** What a search text may cost at most. They keep one text from holding the
 *  event loop, however it is written. */
export const filterLimits = {
	/** UTF-16 units of a whole text. */
	textLength: 65_536,
	/** Groups, negations and properties inside each other. */
	depth: 100,
	/** UTF-16 units of one regular expression. */
	regexpLength: 1_000,
	/** Instructions of one compiled regular expression. */
	regexpProgram: 1_000,
	/** Regular expressions of one text. */
	regexps: 10,
	/** A regular expression sees that many first UTF-16 units of a string. */
	regexpInput: 10_000,
} as const;
