const KEY = /^(\d+)\/(ip|ipv4|ipv6)(?:\/(\d+))?$/;

interface Entry {
	readonly device: number;
	readonly family: "ipv4" | "ipv6";
	/** Position among those of its device; the key of old tools comes first. */
	readonly index: number;
	readonly value: string;
}

const NO_ADDRESSES = Object.freeze({ addresses: Object.freeze({}) });

/**
 * Addresses that the guest tools tell, by `<device>/ipv4|ipv6/<index>`, and the
 * one to show first. Old tools have one key for a device (`0/ip`), whose value
 * may list several addresses; newer ones repeat its first address there.
 */
export function guestAddresses(
	networks: Readonly<Record<string, string>> | undefined,
): { addresses: Record<string, string>; main?: string } {
	const entries = networks === undefined ? [] : sortedEntries(networks);
	if (entries.length === 0) return NO_ADDRESSES;
	const addresses: Record<string, string> = {};
	const first: { ipv4?: string; ipv6?: string } = {};
	let group = "";
	let found: string[] = [];
	for (const { device, family, value } of entries) {
		const key = `${device}/${family}`;
		if (key !== group) found = [];
		group = key;
		for (const address of value.split(/\s+/)) {
			if (address === "" || found.includes(address)) continue;
			addresses[`${key}/${found.length}`] = address;
			found.push(address);
			first[family] ??= address;
		}
	}
	return { addresses, main: first.ipv4 ?? first.ipv6 };
}

function sortedEntries(networks: Readonly<Record<string, string>>): Entry[] {
	const entries: Entry[] = [];
	for (const key in networks) {
		const entry = parse(key, networks[key] ?? "");
		if (entry !== undefined) entries.push(entry);
	}
	return entries.sort(compare);
}

function parse(key: string, value: string): Entry | undefined {
	const match = KEY.exec(key);
	if (match === null) return undefined;
	const [, device, family, index] = match;
	return {
		device: Number(device),
		family: family === "ipv6" ? "ipv6" : "ipv4",
		index: index === undefined ? -1 : Number(index),
		value,
	};
}

function compare(a: Entry, b: Entry): number {
	if (a.device !== b.device) return a.device - b.device;
	if (a.family !== b.family) return a.family < b.family ? -1 : 1;
	return a.index - b.index;
}
