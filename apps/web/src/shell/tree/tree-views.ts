import type { QueryParams } from "@xo/client";

/** A way to look at what there is, as a live query that makes a tree. */
export interface TreeView {
	/** Key of its name. */
	readonly label: string;
	readonly types: readonly string[];
	readonly parentKey: Readonly<Record<string, string>>;
}

export const TREE_VIEWS = {
	hosts: {
		label: "tree.hosts",
		types: ["pool", "host", "VM"],
		parentKey: { host: "$pool", VM: "$container" },
	},
	storage: {
		label: "tree.storage",
		types: ["pool", "SR"],
		parentKey: { SR: "$pool" },
	},
	networks: {
		label: "tree.networks",
		types: ["pool", "network"],
		parentKey: { network: "$pool" },
	},
} as const satisfies Readonly<Record<string, TreeView>>;

export type TreeViewName = keyof typeof TREE_VIEWS;

/** Objects that people tag. */
export const TAGGED_TYPES = ["VM", "host", "pool", "SR", "network"];

/** Exactly this tag: `prod` is not `preprod`. */
export function tagFilter(tag: string): string {
	return `tags:/^${tag.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$/`;
}

/** The rows of a view; a search gives what matches, wherever it stands. */
export function treeQuery(options: {
	readonly view: TreeView;
	readonly search: string;
	readonly expanded: readonly string[];
	readonly window: { readonly offset: number; readonly limit: number };
}): QueryParams {
	const { view, search, expanded, window } = options;
	const text = search.trim();
	return {
		types: view.types,
		filter: text === "" ? "" : `name_label:"${text.replace(/["\\]/g, "\\$&")}"`,
		sort: [{ key: "type" }, { key: "name_label" }],
		fields: ["name_label", "power_state"],
		window,
		tree: { parentKey: view.parentKey, expanded },
	};
}
