import { isIPv6 } from "node:net";

/** What counts as one address: an IPv4 address, or the /64 that a single IPv6
 *  host may choose its addresses from. */
export function addressGroupOf(address: string): string {
	const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
	if (!isIPv6(plain)) return plain;
	// A trailing IPv4 address takes two of the eight groups.
	const hexadecimal = plain.replace(/\d+\.[\d.]+$/, "0:0");
	const [head = "", tail] = hexadecimal.split("::");
	const first = head === "" ? [] : head.split(":");
	const last = tail ? tail.split(":") : [];
	const omitted = Math.max(0, 8 - first.length - last.length);
	return `${[...first, ...Array(omitted).fill("0"), ...last]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":")}::/64`;
}
