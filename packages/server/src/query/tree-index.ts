import type { LiveSort, LiveTree } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import type { ReaderFactory } from "./metrics.ts";
import { Ordering, type Place, type RowSource } from "./ordered-index.ts";
import { SortedList } from "./sorted-list.ts";

interface TreeNode {
	readonly place: Place;
	/** What the object says; the parent may not match the query. */
	readonly parent: string | undefined;
}

/** An expanded row, with the size of all that is shown below it. */
interface Branch {
	readonly list: SortedList<Place>;
	/** The expanded ones of the list, in its order. */
	readonly expanded: readonly { rank: number; branch: Branch }[];
	readonly size: number;
}

export interface TreeIndexOptions {
	readonly sort: readonly LiveSort[];
	readonly parentKey: LiveTree["parentKey"];
	readonly objects: Iterable<CachedObject>;
	readonly reader: ReaderFactory;
}

/** The matching objects as a tree, shared by all windows on it whichever rows
 *  they expand. */
export class TreeIndex {
	readonly #ordering: Ordering;
	readonly #parentOf: (object: CachedObject) => string | undefined;
	readonly #nodes = new Map<string, TreeNode>();
	/** By what objects say, whether or not that parent matches the query. */
	readonly #children = new Map<string, SortedList<Place>>();
	/** Those without a matching parent. */
	readonly #roots: SortedList<Place>;

	constructor({ sort, parentKey, objects, reader }: TreeIndexOptions) {
		this.#ordering = new Ordering(sort, reader);
		this.#parentOf = parentReader(parentKey, reader);
		const siblings = new Map<string, Place[]>();
		for (const object of objects) {
			const place = this.#ordering.place(object);
			const parent = this.#parentOf(object);
			this.#nodes.set(object.id, { place, parent });
			if (parent === undefined) continue;
			const others = siblings.get(parent);
			if (others === undefined) siblings.set(parent, [place]);
			else others.push(place);
		}
		const { compare } = this.#ordering;
		for (const [parent, places] of siblings) {
			this.#children.set(parent, new SortedList(compare, places));
		}
		const roots = [...this.#nodes.values()]
			.filter((node) => this.#shownParent(node) === undefined)
			.map(({ place }) => place);
		this.#roots = new SortedList(compare, roots);
	}

	get size(): number {
		return this.#nodes.size;
	}

	ids(): Iterable<string> {
		return this.#nodes.keys();
	}

	/** An object enters, is replaced or leaves: says whether any moves. */
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): boolean {
		const id = (current ?? previous)?.id;
		if (id === undefined) return false;
		const parent = current && this.#parentOf(current);
		if (
			previous &&
			current &&
			this.#parentOf(previous) === parent &&
			this.#ordering.keeps(previous, current)
		) {
			return false;
		}
		this.#detach(id);
		if (current) {
			this.#attach(id, { place: this.#ordering.place(current), parent });
		}
		if (previous && current) return true;
		for (const child of this.#children.get(id) ?? []) {
			if (current === undefined) this.#roots.insert(child);
			else this.#roots.delete(child);
		}
		return true;
	}

	/** The window of some rows, and how many there are in all. */
	window(
		{ offset, limit }: { offset: number; limit: number },
		expanded: readonly string[],
	): { length: number; rows: readonly RowSource[] } {
		const root = this.#branch(undefined, this.#groupByParent(expanded));
		const rows: RowSource[] = [];
		const range = { skip: offset, limit };
		this.#emit({ branch: root, depth: 0, range, rows });
		return { length: root.size, rows };
	}

	#attach(id: string, node: TreeNode): void {
		this.#nodes.set(id, node);
		if (node.parent !== undefined) {
			const siblings = this.#children.get(node.parent);
			if (siblings !== undefined) siblings.insert(node.place);
			else {
				this.#children.set(
					node.parent,
					new SortedList(this.#ordering.compare, [node.place]),
				);
			}
		}
		if (this.#shownParent(node) === undefined) this.#roots.insert(node.place);
	}

	#detach(id: string): void {
		const node = this.#nodes.get(id);
		if (node === undefined) return;
		if (this.#shownParent(node) === undefined) this.#roots.delete(node.place);
		this.#nodes.delete(id);
		if (node.parent === undefined) return;
		const siblings = this.#children.get(node.parent);
		siblings?.delete(node.place);
		if (siblings?.size === 0) this.#children.delete(node.parent);
	}

	#shownParent({ parent }: TreeNode): string | undefined {
		return parent !== undefined && this.#nodes.has(parent) ? parent : undefined;
	}

	#groupByParent(
		expanded: readonly string[],
	): Map<string | undefined, TreeNode[]> {
		const groups = new Map<string | undefined, TreeNode[]>();
		for (const id of new Set(expanded)) {
			const node = this.#nodes.get(id);
			if (node === undefined) continue;
			const parent = this.#shownParent(node);
			const group = groups.get(parent);
			if (group === undefined) groups.set(parent, [node]);
			else group.push(node);
		}
		return groups;
	}

	/** Objects that are each other's ancestors have no root, so that this ends
	 *  even where parents form a circle. */
	#branch(
		id: string | undefined,
		groups: Map<string | undefined, TreeNode[]>,
	): Branch {
		const list = this.#listOf(id);
		const expanded = (groups.get(id) ?? [])
			.map(({ place }) => ({
				rank: list.rankOf(place),
				branch: this.#branch(place.id, groups),
			}))
			.sort((a, b) => a.rank - b.rank);
		const below = expanded.reduce((sum, { branch }) => sum + branch.size, 0);
		return { list, expanded, size: list.size + below };
	}

	#listOf(id: string | undefined): SortedList<Place> {
		if (id === undefined) return this.#roots;
		return this.#children.get(id) ?? new SortedList(this.#ordering.compare);
	}

	#emit(context: EmitContext): void {
		const { branch, depth, range, rows } = context;
		let position = 0;
		const emitUpTo = (end: number) => {
			const skipped = Math.min(range.skip, end - position);
			range.skip -= skipped;
			const wanted = Math.min(end - position - skipped, range.limit);
			for (const { id } of branch.list.slice(position + skipped, wanted)) {
				const children = this.#children.get(id)?.size ?? 0;
				rows.push({ id, depth, children });
			}
			range.limit -= wanted;
			position = end;
		};
		for (const child of branch.expanded) {
			if (range.limit === 0) return;
			emitUpTo(child.rank + 1);
			if (range.skip >= child.branch.size) range.skip -= child.branch.size;
			else this.#emit({ ...context, branch: child.branch, depth: depth + 1 });
		}
		emitUpTo(branch.list.size);
	}
}

interface EmitContext {
	readonly branch: Branch;
	readonly depth: number;
	/** What is still to be left out, and to be given. */
	readonly range: { skip: number; limit: number };
	readonly rows: RowSource[];
}

/** An object that is its own parent (`$pool` of a pool) has none. */
function parentReader(
	parentKey: LiveTree["parentKey"],
	reader: ReaderFactory,
): (object: CachedObject) => string | undefined {
	const readers = new Map(
		Object.entries(typeof parentKey === "string" ? {} : parentKey).map(
			([type, key]) => [type, reader(key)],
		),
	);
	const common = typeof parentKey === "string" ? reader(parentKey) : undefined;
	return (object) => {
		const read = common ?? readers.get(object.type);
		const parent = read?.(object);
		return typeof parent === "string" && parent !== object.id
			? parent
			: undefined;
	};
}
