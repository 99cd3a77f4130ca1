import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { messageOf } from "@xo/std";
import type { FastifyInstance } from "fastify";
import type { ServerConfig } from "../config/config-schema.ts";
import { ConfigError } from "../config/load-config.ts";

const REASONS: Readonly<Record<string, string>> = {
	EADDRINUSE: "another program listens there: stop it, or choose another port",
	EACCES: "not allowed: ports below 1024 need a privilege",
	EADDRNOTAVAIL: "this machine does not have that address",
	ENOTFOUND: "no such host name",
};

/** Listens, where the configuration says under `key`.
 *  @throws ConfigError naming the key and the address */
export async function listenAt<T>(
	key: string,
	target: string,
	start: (address: { host: string; port: number }) => Promise<T>,
): Promise<T> {
	const colon = target.lastIndexOf(":");
	const host = target.slice(0, colon).replace(/^\[|\]$/g, "");
	const port = Number(target.slice(colon + 1));
	try {
		return await start({ host, port });
	} catch (error) {
		const { code = "" } = error as NodeJS.ErrnoException;
		throw new ConfigError(
			`${key}: cannot listen on ${target}: ${REASONS[code] ?? messageOf(error)}`,
		);
	}
}

/** Where a browser on this machine reaches the server. */
export function urlOf(app: FastifyInstance, scheme: "http" | "https"): string {
	const { address, port, family } = app.server.address() as AddressInfo;
	const name = family === "IPv6" ? `[${address}]` : address;
	return `${scheme}://${name}:${port}`;
}

/** The same, for people elsewhere: a configured name, or an address of this
 *  machine instead of "all of them". */
export function publicUrlOf(
	url: string,
	{ hostNames }: ServerConfig["http"],
): string {
	const parsed = new URL(url);
	const isAny = ["0.0.0.0", "[::]"].includes(parsed.hostname);
	parsed.hostname = hostNames[0] ?? (isAny ? outerAddress() : parsed.hostname);
	return parsed.origin;
}

function outerAddress(): string {
	const addresses = Object.values(networkInterfaces()).flatMap(
		(list) => list ?? [],
	);
	const outer = addresses.find(
		({ family, internal }) => family === "IPv4" && !internal,
	);
	return outer?.address ?? "127.0.0.1";
}
