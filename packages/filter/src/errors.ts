/** A search text that cannot be understood. The message names the column and
 *  says what to write instead; `column` counts from 1, in UTF-16 units. */
export class FilterError extends Error {
	override readonly name = "FilterError";
	readonly code = "INVALID_FILTER";
	readonly column: number;
	/** The whole text that was parsed. */
	readonly text: string;

	constructor(problem: string, text: string, column: number) {
		super(`${problem} (column ${column})`);
		this.text = text;
		this.column = column;
	}
}
