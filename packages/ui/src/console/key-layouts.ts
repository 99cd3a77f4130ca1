/** What is printed on the keys of a keyboard. */
export interface KeyLayout {
	readonly id: KeyLayoutId;
	/** A row of characters for each of {@link KEY_ROWS}; a blank is no key. */
	readonly plain: Rows;
	readonly shift: Rows;
	readonly altGraph: Rows;
	/** Characters that wait for the next key, to stand upon it. */
	readonly dead: string;
}

type Rows = readonly [string, string, string, string];

export type KeyLayoutId = "us" | "gb" | "fr" | "de" | "es" | "it";

function letters(names: string): string[] {
	return [...names].map((name) => `Key${name}`);
}

/** The keys that write, from the top left, by `KeyboardEvent.code`. */
export const KEY_ROWS: readonly (readonly string[])[] = [
	[
		"Backquote",
		...[..."1234567890"].map((digit) => `Digit${digit}`),
		"Minus",
		"Equal",
	],
	[...letters("QWERTYUIOP"), "BracketLeft", "BracketRight"],
	[...letters("ASDFGHJKL"), "Semicolon", "Quote", "Backslash"],
	["IntlBackslash", ...letters("ZXCVBNM"), "Comma", "Period", "Slash"],
];

const NONE: Rows = ["", "", "", ""];

export const KEY_LAYOUTS: readonly KeyLayout[] = [
	{
		id: "us",
		plain: ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", " zxcvbnm,./"],
		shift: ["~!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"|', " ZXCVBNM<>?"],
		altGraph: NONE,
		dead: "",
	},
	{
		id: "gb",
		plain: ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'#", "\\zxcvbnm,./"],
		shift: ['¬!"£$%^&*()_+', "QWERTYUIOP{}", "ASDFGHJKL:@~", "|ZXCVBNM<>?"],
		altGraph: ["¦   €", "  é   úíó", "á", ""],
		dead: "",
	},
	{
		id: "fr",
		plain: ["²&é\"'(-è_çà)=", "azertyuiop^$", "qsdfghjklmù*", "<wxcvbn,;:!"],
		shift: [" 1234567890°+", "AZERTYUIOP¨£", "QSDFGHJKLM%µ", ">WXCVBN?./§"],
		altGraph: ["  ~#{[|`\\^@]}", "  €        ¤", "", ""],
		dead: "¨",
	},
	{
		id: "de",
		plain: ["^1234567890ß´", "qwertzuiopü+", "asdfghjklöä#", "<yxcvbnm,.-"],
		shift: ['°!"§$%&/()=?`', "QWERTZUIOPÜ*", "ASDFGHJKLÖÄ'", ">YXCVBNM;:_"],
		altGraph: ["  ²³   {[]}\\", "@ €        ~", "", "|      µ"],
		dead: "^´`",
	},
	{
		id: "es",
		plain: ["º1234567890'¡", "qwertyuiop`+", "asdfghjklñ´ç", "<zxcvbnm,.-"],
		shift: ['ª!"·$%&/()=?¿', "QWERTYUIOP^*", "ASDFGHJKLÑ¨Ç", ">ZXCVBNM;:_"],
		altGraph: ["\\|@#~€¬", "          []", "          {}", ""],
		dead: "`^´¨",
	},
	{
		id: "it",
		plain: ["\\1234567890'ì", "qwertyuiopè+", "asdfghjklòàù", "<zxcvbnm,.-"],
		shift: ['|!"£$%&/()=?^', "QWERTYUIOPé*", "ASDFGHJKLç°§", ">ZXCVBNM;:_"],
		altGraph: ["       {  }`~", "  €       []", "         @#", ""],
		dead: "",
	},
];
