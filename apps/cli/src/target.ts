import type { Config } from "./config.ts";
import { CliError } from "./errors.ts";

/** The server that commands talk to. */
export interface Target {
	/** Origin and path without trailing slash; http or https. */
	readonly url: string;
	readonly token: string;
	readonly allowUnauthorized: boolean;
}

export interface ConnectionOptions {
	readonly url?: string | undefined;
	readonly allowUnauthorized?: boolean | undefined;
}

/** HTTP address of a server named in any of the accepted ways; no scheme means
 *  https. @throws CliError `bad-url`. */
export function toHttpUrl(address: string): URL {
	const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(address)
		? address.replace(/^ws/i, "http")
		: `https://${address}`;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol)) {
		throw new CliError("bad-url", `not the address of a server: ${address}`, {
			hint: "for example https://xo.example.org",
		});
	}
	return url;
}

export function resolveTarget(
	config: Config,
	{ url, allowUnauthorized }: ConnectionOptions,
): Target {
	if (url !== undefined) {
		const parsed = toHttpUrl(url);
		if (parsed.username === "") {
			throw new CliError("bad-url", "--url holds no token", {
				hint: "write --url https://<token>@host/, or use `xo-cli register`",
			});
		}
		return {
			url: baseOf(parsed),
			token: decodeURIComponent(parsed.username),
			allowUnauthorized: allowUnauthorized ?? false,
		};
	}
	if (config.server === undefined || config.token === undefined) {
		throw new CliError("not-registered", "not registered with a server yet", {
			hint: "please use `xo-cli register <url> <user>` first, or --url https://<token>@host/",
		});
	}
	return {
		url: baseOf(toHttpUrl(config.server)),
		token: config.token,
		allowUnauthorized: allowUnauthorized ?? config.allowUnauthorized ?? false,
	};
}

export function baseOf({ protocol, host, pathname }: URL): string {
	return `${protocol}//${host}${pathname.replace(/\/+$/, "")}`;
}
