import type { AudienceChanges } from "./audience-view.ts";

const ENTER_HEAD = Buffer.from(
	'{"jsonrpc":"2.0","method":"all","params":{"type":"enter","items":{',
);
const EXIT_HEAD = Buffer.from(
	'{"jsonrpc":"2.0","method":"all","params":{"type":"exit","items":{',
);
const TAIL = Buffer.from("}}}");
const COMMA = Buffer.from(",");

/** The `all` notifications for a set of changes: enter first, then exit. */
export function makeFrames(
	changes: {
		readonly upserts: AudienceChanges["upserts"];
		/** Ids. */
		readonly removals: readonly string[];
	},
	bytesOf: (id: string) => Buffer | undefined,
): Buffer[] {
	const frames: Buffer[] = [];
	const parts: Buffer[] = [];
	for (const { id } of changes.upserts) {
		const bytes = bytesOf(id);
		if (bytes === undefined) continue;
		parts.push(parts.length === 0 ? ENTER_HEAD : COMMA);
		parts.push(Buffer.from(`${JSON.stringify(id)}:`), bytes);
	}
	if (parts.length > 0) frames.push(Buffer.concat([...parts, TAIL]));
	if (changes.removals.length > 0) {
		const items = changes.removals.map((id) => `${JSON.stringify(id)}:0`);
		frames.push(Buffer.concat([EXIT_HEAD, Buffer.from(items.join(",")), TAIL]));
	}
	return frames;
}
