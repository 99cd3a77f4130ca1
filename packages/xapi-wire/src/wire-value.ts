/** A value in the JSON form of the wire: ints and floats are numbers, dates
 *  strings, sets arrays, maps and records objects, an absent option `null`. */
export type WireValue =
	| string
	| number
	| boolean
	| null
	| readonly WireValue[]
	| { readonly [name: string]: WireValue };
