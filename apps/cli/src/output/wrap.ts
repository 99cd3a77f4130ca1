import { displayWidth } from "./width.ts";

/** Breaks lines at spaces so that they fit; what follows a break is indented.
 *  `indent` is also how much of the first line is taken already. Without a
 *  width nothing is broken. */
export function wrapText(
	text: string,
	{
		width = Number.POSITIVE_INFINITY,
		indent,
	}: { readonly width?: number | undefined; readonly indent: number },
): string {
	const space = " ".repeat(indent);
	return text
		.split("\n")
		.map((line) => {
			let broken = "";
			let used = indent;
			for (const word of line.split(" ")) {
				const length = displayWidth(word);
				if (broken !== "" && used + 1 + length > width) {
					broken += `\n${space}${word}`;
					used = indent + length;
				} else {
					const gap = broken === "" ? "" : " ";
					broken += gap + word;
					used += gap.length + length;
				}
			}
			return broken;
		})
		.join(`\n${space}`);
}
