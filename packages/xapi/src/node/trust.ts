import type { TLSSocket } from "node:tls";
import { normalizeFingerprint } from "../common/fingerprint.ts";
import { XapiError } from "../common/xapi-error.ts";

export interface Trust {
	/** PEM certificates to trust instead of the system's. */
	readonly ca: string | undefined;
	readonly allowUnauthorized: boolean;
	/** Pinned SHA-256 fingerprints of the host at an address. */
	pins(address: string): readonly string[];
}

/** Judges the certificate of a host before a byte is sent to it: a pin must
 *  match, else an authority must vouch for it. Given authorities outweigh a
 *  pin that no longer matches, since they allow renewed certificates. */
export function findDistrust(
	socket: TLSSocket,
	address: string,
	trust: Trust,
): XapiError | undefined {
	if (trust.allowUnauthorized) return undefined;
	const actual = normalizeFingerprint(
		socket.getPeerCertificate().fingerprint256 ?? "",
	);
	const pins = trust.pins(address);
	if (actual !== undefined && pins.includes(actual)) return undefined;
	if (socket.authorized && (pins.length === 0 || trust.ca !== undefined)) {
		return undefined;
	}
	if (pins.length > 0) {
		return new XapiError("CERTIFICATE_CHANGED", {
			params: [address, pins[0] ?? "", actual ?? ""],
		});
	}
	const reason = String(socket.authorizationError ?? "untrusted");
	return new XapiError("CERTIFICATE_UNTRUSTED", {
		params: [address, actual ?? "", reason],
	});
}
