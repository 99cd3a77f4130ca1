/** What the keys of a PC keyboard with US layout write, by scan code (set 1,
 *  the prefix 0xE0 as bit 0x80): plain, then with Shift. */
const US_CHARACTERS = new Map<number, readonly [string, string]>();

function addRow(first: number, plain: string, shifted: string): void {
	for (let index = 0; index < plain.length; index++) {
		const pair = [plain.charAt(index), shifted.charAt(index)] as const;
		US_CHARACTERS.set(first + index, pair);
	}
}

addRow(0x02, "1234567890-=", "!@#$%^&*()_+");
addRow(0x10, "qwertyuiop[]", "QWERTYUIOP{}");
addRow(0x1e, "asdfghjkl;'`", 'ASDFGHJKL:"~');
addRow(0x2b, "\\zxcvbnm,./", "|ZXCVBNM<>?");
addRow(0x39, " ", " ");
addRow(0x47, "789-456+1230.", "789-456+1230.");
addRow(0x56, "\\", "|");

const NAMES: ReadonlyMap<number, string> = new Map([
	[0x01, "Escape"],
	[0x0e, "Backspace"],
	[0x0f, "Tab"],
	[0x1c, "Enter"],
	[0x1d, "Control"],
	[0x2a, "Shift"],
	[0x36, "Shift"],
	[0x38, "Alt"],
	[0x9c, "Enter"],
	[0x9d, "Control"],
	[0xb8, "AltGraph"],
	[0xc8, "ArrowUp"],
	[0xcb, "ArrowLeft"],
	[0xcd, "ArrowRight"],
	[0xd0, "ArrowDown"],
	[0xd3, "Delete"],
]);

/** The key's name, or the character it writes; `undefined` for other keys. */
export function keyOfScancode(
	code: number,
	hasShift: boolean,
): string | undefined {
	return NAMES.get(code) ?? US_CHARACTERS.get(code)?.[hasShift ? 1 : 0];
}
