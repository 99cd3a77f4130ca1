const MARKS = /[\p{Mn}\p{Me}\p{Cf}]/gu;
const WIDE =
	/[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;
const ASCII = /^[ -~]*$/;

/** Columns that `text`, free of controls, takes on a terminal. */
export function displayWidth(text: string): number {
	if (ASCII.test(text)) return text.length;
	const visible = text.replace(MARKS, "");
	return [...visible].length + (visible.match(WIDE)?.length ?? 0);
}

/** The start of `text` in at most `width` columns, with an ellipsis. */
export function truncate(text: string, width: number): string {
	if (displayWidth(text) <= width) return text;
	let start = "";
	let used = 0;
	for (const char of text) {
		used += displayWidth(char);
		if (used > width - 1) break;
		start += char;
	}
	return `${start}…`;
}
