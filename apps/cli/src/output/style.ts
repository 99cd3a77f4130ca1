import { styleText } from "node:util";

/** Colours something, or leaves it. */
export type Paint = (
	style: Parameters<typeof styleText>[0],
	text: string,
) => string;

export const plain: Paint = (_style, text) => text;

export const colour: Paint = (style, text) =>
	styleText(style, text, { validateStream: false });

/** Whether to colour what goes to `stream`; https://no-color.org. */
export function wantsColour(
	stream: { readonly isTTY?: boolean },
	env: Readonly<Record<string, string | undefined>>,
): boolean {
	if (env.NO_COLOR) return false;
	if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
	return stream.isTTY === true && env.TERM !== "dumb";
}
