import { XapiError } from "./xapi-error.ts";

/** How the pool is reached: the same scheme and port for every member. */
export interface PoolUrl {
	readonly isTls: boolean;
	readonly port: number;
	/** Host name or bare IP address that the user gave. */
	readonly address: string;
}

export function parsePoolUrl(text: string): PoolUrl {
	const url = URL.parse(text.includes("://") ? text : `https://${text}`);
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") {
		throw new XapiError("PROTOCOL_ERROR", {
			params: [`the address of a pool is https://host[:port], not ${text}`],
		});
	}
	const isTls = url.protocol === "https:";
	const port = url.port === "" ? (isTls ? 443 : 80) : Number(url.port);
	return { isTls, port, address: bareAddress(url.hostname) };
}

/** `[::1]` and `::1` are one address; XAPI writes the second. */
export function bareAddress(address: string): string {
	return address.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}

/** Where the member at `address` listens: on the port of the pool connection,
 *  unless its address brings one along (hosts behind one IP address). */
export function endpointOf(
	pool: PoolUrl,
	address: string,
): { readonly host: string; readonly port: number } {
	const [, host, port] = /^([^:]+):(\d{1,5})$/.exec(address) ?? [];
	return host === undefined
		? { host: address, port: pool.port }
		: { host, port: Number(port) };
}

/** Origin of the member at `address`. */
export function originOf(pool: PoolUrl, address: string): string {
	const { host, port } = endpointOf(pool, address);
	const name = host.includes(":") ? `[${host}]` : host;
	return `${pool.isTls ? "https" : "http"}://${name}:${port}`;
}

/** The address of a member as the pool writes it, from where it listens. */
export function addressOf(
	pool: PoolUrl,
	{ host, port }: { readonly host: string; readonly port: number },
): string {
	const address = bareAddress(host);
	return port === pool.port ? address : `${address}:${port}`;
}
