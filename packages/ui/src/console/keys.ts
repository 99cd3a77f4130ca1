/** A key: what it means (an X11 keysym) and which it is. */
export interface Key {
	readonly keysym: number;
	/** As `KeyboardEvent.code`. */
	readonly code: string;
}

export const KEYS = {
	backspace: { keysym: 0xff08, code: "Backspace" },
	tab: { keysym: 0xff09, code: "Tab" },
	enter: { keysym: 0xff0d, code: "Enter" },
	escape: { keysym: 0xff1b, code: "Escape" },
	left: { keysym: 0xff51, code: "ArrowLeft" },
	up: { keysym: 0xff52, code: "ArrowUp" },
	right: { keysym: 0xff53, code: "ArrowRight" },
	down: { keysym: 0xff54, code: "ArrowDown" },
	print: { keysym: 0xff61, code: "PrintScreen" },
	shift: { keysym: 0xffe1, code: "ShiftLeft" },
	control: { keysym: 0xffe3, code: "ControlLeft" },
	alt: { keysym: 0xffe9, code: "AltLeft" },
	altGraph: { keysym: 0xfe03, code: "AltRight" },
	meta: { keysym: 0xffeb, code: "MetaLeft" },
	delete: { keysym: 0xffff, code: "Delete" },
	space: { keysym: 0x20, code: "Space" },
} as const satisfies Readonly<Record<string, Key>>;

function functionKey(number: number): Key {
	return { keysym: 0xffbd + number, code: `F${number}` };
}

/** Keys pressed together; the last is the one that the others modify. */
export interface KeyCombination {
	/** As printed on keyboards everywhere. */
	readonly name: string;
	readonly keys: readonly Key[];
}

const { control, alt, meta } = KEYS;

/** What browsers and systems keep for themselves. */
export const COMBINATIONS: readonly KeyCombination[] = [
	{ name: "Esc", keys: [KEYS.escape] },
	{ name: "Tab", keys: [KEYS.tab] },
	{ name: "Ctrl + C", keys: [control, { keysym: 0x63, code: "KeyC" }] },
	{ name: "Alt + Tab", keys: [alt, KEYS.tab] },
	{ name: "Alt + F4", keys: [alt, functionKey(4)] },
	{ name: "Windows", keys: [meta] },
	{ name: "Print", keys: [KEYS.print] },
	{ name: "F11", keys: [functionKey(11)] },
	{ name: "F12", keys: [functionKey(12)] },
	...[1, 2, 3, 4, 5, 6, 7].map((number) => ({
		name: `Ctrl + Alt + F${number}`,
		keys: [control, alt, functionKey(number)],
	})),
];

export const CTRL_ALT_DELETE: KeyCombination = {
	name: "Ctrl + Alt + Del",
	keys: [control, alt, KEYS.delete],
};

const UNICODE = 0x0100_0000;
const LAST_LATIN1 = 0xff;

/** The keysym of a character. */
export function keysymOf(character: string): number {
	const codePoint = character.codePointAt(0) ?? 0;
	return codePoint <= LAST_LATIN1 ? codePoint : UNICODE + codePoint;
}
