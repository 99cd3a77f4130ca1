const NAMES: ReadonlyMap<number, string> = new Map([
	[0xff08, "Backspace"],
	[0xff09, "Tab"],
	[0xff0d, "Enter"],
	[0xff1b, "Escape"],
	[0xff51, "ArrowLeft"],
	[0xff52, "ArrowUp"],
	[0xff53, "ArrowRight"],
	[0xff54, "ArrowDown"],
	[0xff8d, "Enter"],
	[0xff9f, "Delete"],
	[0xffe1, "Shift"],
	[0xffe2, "Shift"],
	[0xffe3, "Control"],
	[0xffe4, "Control"],
	[0xffe9, "Alt"],
	[0xffea, "Alt"],
	[0xfe03, "AltGraph"],
	[0xffff, "Delete"],
]);

const UNICODE = 0x0100_0000;
const MAX_CODE_POINT = 0x10_ffff;

/** The key's name, or the character it writes; `undefined` for other keys. */
export function keyOfKeysym(keysym: number): string | undefined {
	const name = NAMES.get(keysym);
	if (name !== undefined) return name;
	const isLatin1 =
		(keysym >= 0x20 && keysym <= 0x7e) || (keysym >= 0xa0 && keysym <= 0xff);
	if (isLatin1) return String.fromCodePoint(keysym);
	const codePoint = keysym - UNICODE;
	return codePoint >= 0x20 && codePoint <= MAX_CODE_POINT
		? String.fromCodePoint(codePoint)
		: undefined;
}
