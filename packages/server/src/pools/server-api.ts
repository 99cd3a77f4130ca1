import { ApiError, invalidParameters } from "@xo/contract";
import type { Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import { ifDuplicate } from "../api/map-store-error.ts";
import { checkCertificate } from "./check-certificate.ts";
import {
	type PoolConnectionService,
	withoutCredentials,
} from "./pool-connection-service.ts";
import { hostAddressOf, parsePoolHost } from "./pool-host.ts";

/** Settings that a connection takes up while it is open. */
const LIVE: ReadonlySet<string> = new Set(["label", "readOnly"]);

export function createServerHandlers(dependencies: {
	readonly store: Store;
	readonly pools: PoolConnectionService;
	readonly ca?: string | undefined;
}): HandlersOf<"server"> {
	const { pools } = dependencies;
	const { poolConnections } = dependencies.store;

	function alreadyExists(host: string): ApiError {
		const objectId = poolConnections.findByHost(host)?.id;
		return new ApiError("objectAlreadyExists", {
			message: `server already exists: ${host} has the id ${objectId}; change it with server.set id=${objectId}`,
			data: { objectId, objectType: "server" },
		});
	}

	return {
		"server.add": async ({ params, signal }) => {
			const { autoConnect = true, fingerprint, ...settings } = params;
			const host = parsePoolHost(settings.host);
			if (poolConnections.findByHost(host)) throw alreadyExists(host);
			const fingerprints: Record<string, string> =
				fingerprint === undefined
					? {}
					: { [hostAddressOf(host)]: fingerprint.toUpperCase() };
			if (autoConnect && !settings.allowUnauthorized) {
				await checkCertificate({
					host,
					fingerprints,
					ca: dependencies.ca,
					signal,
				});
			}
			const row = await poolConnections
				.create({
					host,
					label: settings.label || undefined,
					username: settings.username,
					password: settings.password,
					allowUnauthorized: settings.allowUnauthorized ?? false,
					readOnly: settings.readOnly ?? false,
					httpProxy: settings.httpProxy || undefined,
					enabled: true,
					fingerprints,
					error: undefined,
					lastConnectedAt: undefined,
				})
				.catch(ifDuplicate(() => alreadyExists(host)));
			if (autoConnect) pools.connectInBackground(row.id);
			return row.id;
		},
		"server.getAll": () => pools.list(),
		"server.set": async ({ params: { id, ...changes } }) => {
			const row = pools.get(id);
			const host =
				changes.host === undefined ? row.host : parsePoolHost(changes.host);
			const { fingerprint, label, httpProxy, ...plain } = changes;
			await poolConnections
				.update(id, {
					...Object.fromEntries(
						Object.entries(plain).filter(([, value]) => value !== undefined),
					),
					host,
					...(label === undefined ? {} : { label: label || undefined }),
					...(httpProxy === undefined || isAsShown(httpProxy, row.httpProxy)
						? {}
						: { httpProxy: httpProxy || undefined }),
					...pinsAfter(row.fingerprints, host, fingerprint),
				})
				.catch(ifDuplicate(() => alreadyExists(host)));
			const isOfTheLink = Object.keys(changes).some((key) => !LIVE.has(key));
			if (isOfTheLink) await pools.restart(id);
		},
		"server.enable": ({ params }) => pools.enable(params.id),
		"server.disable": ({ params }) => pools.disable(params.id),
		"server.remove": ({ params }) => pools.remove(params.id),
	};
}

/** Clients send back what they were given, where the credentials are hidden. */
function isAsShown(given: string | null, known: string | undefined): boolean {
	return known !== undefined && given === withoutCredentials(known);
}

/** A new pin of the address that we connect to, or none any more. */
function pinsAfter(
	before: Readonly<Record<string, string>>,
	host: string,
	fingerprint: string | null | undefined,
): { readonly fingerprints?: Readonly<Record<string, string>> } {
	if (fingerprint === undefined) return {};
	if (fingerprint === null) return { fingerprints: {} };
	if (host === "") throw invalidParameters("a host is needed to pin");
	return {
		fingerprints: {
			...before,
			[hostAddressOf(host)]: fingerprint.toUpperCase(),
		},
	};
}
