/** What is kept of each owner, in this order. */
export const FIELDS = [
	"cpu",
	"memory",
	"memoryFree",
	"networkRx",
	"networkTx",
	"diskRead",
	"diskWrite",
] as const;
export type Field = (typeof FIELDS)[number];

/** How a data source counts: several of one field are added up, or averaged
 *  for CPUs. */
export interface Meaning {
	readonly field: Field;
	readonly scale: number;
	/** First eight characters of the uuid of the SR that a host used. */
	readonly sr?: string;
}

const KIB = 1_024;

type Rule = readonly [pattern: RegExp, field: Field, scale?: number];

const RULES: Readonly<Record<"vm" | "host", readonly Rule[]>> = {
	vm: [
		[/^cpu\d+$/, "cpu"],
		[/^memory$/, "memory"],
		[/^memory_internal_free$/, "memoryFree", KIB],
		[/^vif_\d+_rx$/, "networkRx"],
		[/^vif_\d+_tx$/, "networkTx"],
		[/^vbd_[a-z0-9]+_read$/, "diskRead"],
		[/^vbd_[a-z0-9]+_write$/, "diskWrite"],
	],
	host: [
		[/^cpu\d+$/, "cpu"],
		[/^memory_total_kib$/, "memory", KIB],
		[/^memory_free_kib$/, "memoryFree", KIB],
		[/^pif_aggr_rx$/, "networkRx"],
		[/^pif_aggr_tx$/, "networkTx"],
		[/^read_[0-9a-f]{8}$/, "diskRead"],
		[/^write_[0-9a-f]{8}$/, "diskWrite"],
	],
};

const MAX_KNOWN = 20_000;

/** Names come again with each VM and each answer. */
const known = new Map<string, Meaning | undefined>();

/** What a data source means; undefined for those that do not matter. */
export function meaningOf(
	type: "vm" | "host",
	name: string,
): Meaning | undefined {
	const key = `${type}:${name}`;
	const meaning = known.get(key);
	if (meaning !== undefined || known.has(key)) return meaning;
	if (known.size >= MAX_KNOWN) known.clear();
	const found = findMeaning(type, name);
	known.set(key, found);
	return found;
}

function findMeaning(type: "vm" | "host", name: string): Meaning | undefined {
	const rule = RULES[type].find(([pattern]) => pattern.test(name));
	if (rule === undefined) return undefined;
	const [, field, scale = 1] = rule;
	const isOfSr = type === "host" && field.startsWith("disk");
	return isOfSr ? { field, scale, sr: name.slice(-8) } : { field, scale };
}
