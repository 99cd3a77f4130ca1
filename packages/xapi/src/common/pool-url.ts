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

/** Origin of the member at `address`, without a default port. */
export function originOf(pool: PoolUrl, address: string): string {
	const host = address.includes(":") ? `[${address}]` : address;
	return `${pool.isTls ? "https" : "http"}://${host}:${pool.port}`;
}
