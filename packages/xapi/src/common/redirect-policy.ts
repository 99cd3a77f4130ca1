import { bareAddress } from "./pool-url.ts";

export interface KnownHosts {
	addresses(): readonly string[];
	has(address: string): boolean;
}

/** Whether the credentials may follow a member's word that the master is at
 *  `address`: it is a known member, or nobody is known yet, or who said so
 *  proved to be of the pool. The certificate there is checked in any case. */
export function mayFollow(
	address: string,
	known: KnownHosts,
	isVerified: boolean,
): boolean {
	return isVerified || known.addresses().length === 0 || known.has(address);
}

/** Where to look for the master, most likely first. */
export function masterCandidates(
	likely: readonly (string | undefined)[],
	known: KnownHosts,
): string[] {
	const addresses = [...likely, ...known.addresses()].flatMap((address) =>
		address === undefined ? [] : [bareAddress(address)],
	);
	return [...new Set(addresses)];
}
