import { once } from "node:events";
import tls from "node:tls";
import { ApiError } from "@xo/contract";
import { hostAddressOf } from "./pool-host.ts";

export interface CertificateCheck {
	/** As `parsePoolHost` gives it. */
	readonly host: string;
	/** Confirmed fingerprints by address. */
	readonly fingerprints: Readonly<Record<string, string>>;
	/** PEM of extra authorities. */
	readonly ca: string | undefined;
	readonly signal: AbortSignal;
}

const TIMEOUT_MS = 5_000;

/** Looks at the certificate of a host before anything is sent to it. A host
 *  that cannot be reached passes: it is tried again later, with the same check.
 *  @throws ApiError `invalidParameters` with the fingerprint, when nobody vouches
 *  for the certificate */
export async function checkCertificate(check: CertificateCheck): Promise<void> {
	if (check.host.startsWith("http://")) return;
	const seen = await look(check);
	if (seen === undefined) return;
	const pinned = check.fingerprints[hostAddressOf(check.host)];
	if (pinned === undefined && seen.isAuthorized) return;
	if (pinned === seen.fingerprint) return;
	throw new ApiError("invalidParameters", {
		message:
			pinned === undefined
				? `the certificate of ${check.host} is not signed by a known authority. If its SHA-256 fingerprint ${seen.fingerprint} is the one that the host shows, add it with fingerprint=${seen.fingerprint}; or allow any certificate with allowUnauthorized=true`
				: `the certificate of ${check.host} has the fingerprint ${seen.fingerprint}, not the given ${pinned}`,
		data: {
			code:
				pinned === undefined ? "CERTIFICATE_UNTRUSTED" : "CERTIFICATE_CHANGED",
			fingerprint: seen.fingerprint,
			...(pinned === undefined ? {} : { expected: pinned }),
			reason: seen.reason,
		},
	});
}

interface Seen {
	readonly fingerprint: string;
	readonly isAuthorized: boolean;
	readonly reason: string;
}

async function look({
	host,
	ca,
	signal,
}: CertificateCheck): Promise<Seen | undefined> {
	const url = new URL(`https://${host}`);
	const address = hostAddressOf(host);
	const socket = tls.connect({
		host: address,
		port: Number(url.port || 443),
		// We judge by ourselves, and send nothing.
		rejectUnauthorized: false,
		...(/^[\d.]+$|:/.test(address) ? {} : { servername: address }),
		...(ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] }),
	});
	try {
		const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
		await once(socket, "secureConnect", { signal: limit });
		return {
			fingerprint: socket.getPeerCertificate().fingerprint256 ?? "",
			isAuthorized: socket.authorized,
			reason: String(socket.authorizationError ?? ""),
		};
	} catch {
		signal.throwIfAborted();
		return undefined;
	} finally {
		socket.destroy();
	}
}
