import type { LiveQueryResult, LiveRow, LiveWindow } from "@xo/contract";

/** A tag, with the number of objects that have it. */
export interface TreeTag {
	readonly name: string;
	readonly count: number;
}

/** A tag in the rows of the tree: its own row, then those of its objects. */
export interface PlacedTag extends TreeTag {
	readonly index: number;
	readonly isOpen: boolean;
}

/** Id of the row of a tag. */
export function tagRowId(tag: string): string {
	return `tag:${encodeURIComponent(tag)}`;
}

/** The object of a row: it stands below each of its tags, in rows that have
 *  ids of their own. */
export function objectIdOf({ id, $object }: LiveRow): string {
	return typeof $object === "string" ? $object : id;
}

export function placeTags(
	tags: readonly TreeTag[],
	expanded: readonly string[],
): { readonly tags: readonly PlacedTag[]; readonly length: number } {
	const open = new Set(expanded);
	let length = 0;
	const placed = tags.map((tag) => {
		const isOpen = open.has(tagRowId(tag.name));
		const index = length;
		length += 1 + (isOpen ? tag.count : 0);
		return { ...tag, index, isOpen };
	});
	return { tags: placed, length };
}

/** What of each open tag is in a window on all rows. */
export function windowsOfTags(
	tags: readonly PlacedTag[],
	{ offset, limit }: LiveWindow,
): { readonly tag: string; readonly window: LiveWindow }[] {
	return tags.flatMap(({ name, count, index, isOpen }) => {
		if (!isOpen) return [];
		const first = Math.max(0, offset - index - 1);
		const end = Math.min(count, offset + limit - index - 1);
		return end <= first
			? []
			: [{ tag: name, window: { offset: first, limit: end - first } }];
	});
}

/** The rows of a window; those that are not loaded are left out of the list,
 *  which keeps their places. */
export function rowsOfTags(
	tags: readonly PlacedTag[],
	{ offset, limit }: LiveWindow,
	resultOf: (tag: string) => LiveQueryResult | undefined,
): LiveRow[] {
	const rows: LiveRow[] = [];
	const place = (index: number, row: LiveRow) => {
		if (index >= offset && index < offset + limit) rows[index - offset] = row;
	};
	for (const { name, count, index, isOpen } of tags) {
		place(index, {
			id: tagRowId(name),
			type: "tag",
			name_label: name,
			$depth: 0,
			$children: count,
		});
		const result = isOpen ? resultOf(name) : undefined;
		for (const [at, row] of result?.rows.entries() ?? []) {
			place(index + 1 + (result?.offset ?? 0) + at, {
				...row,
				id: `${row.id}@${encodeURIComponent(name)}`,
				$object: row.id,
				$depth: 1,
			});
		}
	}
	return rows;
}
