import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const RANGES: Readonly<Record<string, readonly string[]>> = {
	linklocal: ["169.254.0.0/16", "fe80::/10"],
	loopback: ["127.0.0.0/8", "::1/128"],
	uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Which addresses are reverse proxies of ours: all, none, or those listed as
 *  addresses, networks (`10.0.0.0/8`) or names of ranges.
 *  @throws Error naming the entry that is none of these */
export function proxyCheck(
	trustProxy: boolean | readonly string[],
): (address: string) => boolean {
	if (typeof trustProxy === "boolean") return () => trustProxy;
	const list = new BlockList();
	for (const entry of trustProxy.flatMap((name) => RANGES[name] ?? [name])) {
		const [network = "", bits] = entry.split("/");
		const family = isIP(network) === 6 ? "ipv6" : "ipv4";
		try {
			if (bits === undefined) list.addAddress(network, family);
			else list.addSubnet(network, Number(bits), family);
		} catch {
			throw new Error(`http.trustProxy: not an address or network: ${entry}`);
		}
	}
	return (address) =>
		list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Where a request comes from: the peer, or whom trusted proxies say that they
 *  forward for. IPv4 without its IPv6 clothes. */
export function clientAddressOf(
	{ socket, headers }: Pick<IncomingMessage, "socket" | "headers">,
	isProxy: (address: string) => boolean,
): string {
	const forwarded = String(headers["x-forwarded-for"] ?? "")
		.split(",")
		.map((entry) => entry.trim())
		.filter((entry) => isIP(entry) !== 0);
	let address = plain(socket.remoteAddress ?? "");
	while (isProxy(address)) {
		const next = forwarded.pop();
		if (next === undefined) break;
		address = plain(next);
	}
	return address;
}

function plain(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
