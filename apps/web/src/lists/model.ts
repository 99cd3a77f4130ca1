/** How a property is shown, compared and searched. */
export type FieldKind =
	| "text"
	/** Text of a message; of alarms, what is watched and its value. */
	| "message"
	/** As guests say it: the name, then after a bar what nobody reads. */
	| "os"
	| "number"
	/** Negative where there is none. */
	| "vlan"
	/** Bytes. */
	| "bytes"
	/** Bytes a second. */
	| "rate"
	/** 0 to 1. */
	| "share"
	| "megabits"
	| "mebibytes"
	| "flag"
	/** Seconds since 1970. */
	| "time"
	/** Seconds. */
	| "duration"
	| "power"
	| "tags"
	/** Id of another object. */
	| "link"
	/** Of a list: how many it has. */
	| "count"
	| "list"
	/** List of bytes. */
	| "sizes"
	| "map";

/** A property of the objects of a list. */
export interface ListField {
	/** Its path with dots. */
	readonly id: string;
	/** Key of its name, below `lists.fields`. */
	readonly label: string;
	readonly kind: FieldKind;
	readonly width: number;
	/** Types of the objects that a link may lead to. */
	readonly linkTo: readonly string[];
	/** All that it may be, where that is known. */
	readonly values: readonly string[];
	/** Groups show the sum. */
	readonly isSummed: boolean;
	/** Of a share: near 1 it is to be worried about; a progress is not. */
	readonly isLoad: boolean;
}

/** A list of objects: all that its page needs to know. */
export interface ListType {
	/** Also names its texts: `nav.<id>`. */
	readonly id: string;
	readonly types: readonly string[];
	readonly path: string;
	readonly fields: readonly ListField[];
	/** Columns at first; the first stands for the object. */
	readonly columns: readonly string[];
	/** As in the address: `-created`. */
	readonly sort: string;
	/** Properties that one may group by. */
	readonly groups: readonly string[];
	/** What makes an object one of the list; users do not see it. */
	readonly scope?: string;
	/** What is searched for at first; users see and change it. */
	readonly filter?: string;
	/** Call that changes name and description: `vm.set`. */
	readonly set?: SetMethod;
}

export type SetMethod =
	| "vm.set"
	| "host.set"
	| "pool.set"
	| "sr.set"
	| "vdi.set"
	| "network.set";

/** The right that a change of these texts takes. */
export function rightToSet(set: SetMethod): "operate" | "administrate" {
	return set === "sr.set" ? "operate" : "administrate";
}

const WIDTHS: Readonly<Record<FieldKind, number>> = {
	text: 170,
	message: 480,
	os: 200,
	number: 90,
	vlan: 90,
	bytes: 110,
	rate: 110,
	share: 120,
	megabits: 110,
	mebibytes: 100,
	flag: 90,
	time: 190,
	duration: 110,
	power: 120,
	tags: 180,
	link: 180,
	count: 80,
	list: 180,
	sizes: 170,
	map: 220,
};

/** A field whose other facts are as usual. */
export function field(
	kind: FieldKind,
	[id, label]: readonly [id: string, label: string],
	facts: Partial<ListField> = {},
): ListField {
	return {
		id,
		label,
		kind,
		width: WIDTHS[kind],
		linkTo: [],
		values: [],
		isSummed: false,
		isLoad: true,
		...facts,
	};
}

const NEVER_SORTED: ReadonlySet<FieldKind> = new Set([
	"count",
	"list",
	"sizes",
	"map",
	"tags",
]);
const NUMBERS: ReadonlySet<FieldKind> = new Set([
	"number",
	"vlan",
	"bytes",
	"rate",
	"share",
	"megabits",
	"mebibytes",
	"duration",
	"count",
]);

/** What has other names than a label. */
const UNLABELLED: ReadonlySet<string> = new Set(["PCI", "vgpuType"]);

/** Whether rows can be put in its order: an order of ids tells nothing. */
export function isSortable({ kind, linkTo }: ListField): boolean {
	if (kind === "link") return !linkTo.some((type) => UNLABELLED.has(type));
	return !NEVER_SORTED.has(kind);
}

/** How a live query is told the order of a list: of links by their names. */
export function sortKeysOf(
	list: Pick<ListType, "fields">,
	sort: readonly { readonly id: string; readonly desc: boolean }[],
): { key: string; desc: boolean }[] {
	return sort.map(({ id, desc }) => {
		const isLink = findField(list, id)?.kind === "link";
		return { key: isLink ? `${id}.name_label` : id, desc };
	});
}

export function isNumeric({ kind }: ListField): boolean {
	return NUMBERS.has(kind);
}

/** Whether the search language knows it. */
export function isSearchable({ id }: ListField): boolean {
	return !id.startsWith("metrics.");
}

/** What matches a search among the objects of a list. Terms side by side must
 *  all match, so that nothing needs to be parsed for it. */
export function scopedFilter({ scope }: ListType, filter: string): string {
	return scope === undefined ? filter : `${scope} ${filter}`.trim();
}

/** The field of a list by its id. */
export function findField(
	list: Pick<ListType, "fields">,
	id: string,
): ListField | undefined {
	return list.fields.find((candidate) => candidate.id === id);
}
