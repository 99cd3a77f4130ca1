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
	if (networks === undefined) return NO_ADDRESSES;
	const entries = Object.entries(networks)
		.map(([key, value]) => parse(key, value))
		.filter((entry) => entry !== undefined)
		.sort(compare);
	const known = new Map<string, Set<string>>();
	let main: string | undefined;
	for (const { device, family, value } of entries) {
		const key = `${device}/${family}`;
		const found = known.get(key) ?? new Set();
		known.set(key, found);
		for (const address of value.split(/\s+/)) {
			if (address !== "") found.add(address);
		}
	}
	const addresses: Record<string, string> = {};
	for (const [key, found] of known) {
		let index = 0;
		for (const address of found) addresses[`${key}/${index++}`] = address;
	}
	for (const family of ["/ipv4/", "/ipv6/"]) {
		const key = Object.keys(addresses).find((key) => key.includes(family));
		if (main === undefined && key !== undefined) main = addresses[key];
	}
	return { addresses, main };
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
