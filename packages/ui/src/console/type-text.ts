import { KEY_ROWS, type KeyLayout } from "./key-layouts.ts";
import { KEYS, type Key, keysymOf } from "./keys.ts";

/** One key pressed and let go, with the keys that are held meanwhile. */
export interface KeyStroke {
	readonly key: Key;
	readonly held: readonly Key[];
}

/** Combining accents, by the character of their dead key. */
const ACCENTS: Readonly<Record<string, string>> = {
	"\u0300": "`",
	"\u0301": "´",
	"\u0302": "^",
	"\u0303": "~",
	"\u0308": "¨",
};

const CONTROL_KEYS: Readonly<Record<string, Key>> = {
	"\n": KEYS.enter,
	"\t": KEYS.tab,
	" ": KEYS.space,
};

export type TypeCharacter = (
	character: string,
) => readonly KeyStroke[] | undefined;

/** Finds the keys to press for a character on a keyboard of that layout;
 *  `undefined` when it has none. */
export function createTypist(layout: KeyLayout): TypeCharacter {
	const single = new Map<string, KeyStroke>();
	const levels = [
		[layout.altGraph, [KEYS.altGraph]],
		[layout.shift, [KEYS.shift]],
		[layout.plain, []],
	] as const;
	for (const [rows, held] of levels) {
		for (const [row, codes] of KEY_ROWS.entries()) {
			for (const [at, character] of [...(rows[row] ?? "")].entries()) {
				const code = codes[at];
				if (character === " " || code === undefined) continue;
				const key = { keysym: keysymOf(character), code };
				single.set(character, { key, held });
			}
		}
	}
	const isDead = (character: string) => layout.dead.includes(character);
	const space = { key: KEYS.space, held: [] };
	return (character) => {
		const control = CONTROL_KEYS[character];
		if (control !== undefined) return [{ key: control, held: [] }];
		const stroke = single.get(character);
		if (stroke !== undefined) {
			return isDead(character) ? [stroke, space] : [stroke];
		}
		const [base = "", mark = "", ...rest] = character.normalize("NFD");
		const accent = ACCENTS[mark];
		if (accent === undefined || rest.length > 0) return undefined;
		const dead = isDead(accent) ? single.get(accent) : undefined;
		const letter = single.get(base);
		return dead && letter && [dead, letter];
	};
}

/** The text as key strokes, and the characters that have none. */
export function toKeyStrokes(
	text: string,
	typeCharacter: TypeCharacter,
): { readonly strokes: KeyStroke[]; readonly missing: readonly string[] } {
	const strokes: KeyStroke[] = [];
	const missing = new Set<string>();
	for (const character of text.normalize("NFC").replace(/\r\n?/g, "\n")) {
		const found = typeCharacter(character);
		if (found === undefined) missing.add(character);
		else strokes.push(...found);
	}
	return { strokes, missing: [...missing] };
}
