/** Colours by meaning; see docs/design.md. A state is never told by its colour
 *  alone: an icon or a word stands beside it. The hues stay apart for people
 *  who do not tell red from green. */
export type Tone = "good" | "active" | "warning" | "bad" | "idle" | "info";

/** A custom property for CSS that follows the theme. */
export function toneVariable(tone: Tone): string {
	return `var(--xo-tone-${tone})`;
}

/** Text of each tone: at least 4.5:1 on the page in either scheme. */
export const TONE_TEXT: Readonly<
	Record<"light" | "dark", Readonly<Record<Tone, string>>>
> = {
	light: {
		good: "#0b6b54",
		active: "#1358b5",
		warning: "#7a5300",
		bad: "#b3321b",
		idle: "#57606a",
		info: "#4338a8",
	},
	dark: {
		good: "#4cc9a4",
		active: "#7ab7ff",
		warning: "#f2c14e",
		bad: "#ff8f73",
		idle: "#a5adb8",
		info: "#aaa6ff",
	},
};
