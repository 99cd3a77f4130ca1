import { normalizeFingerprint } from "./fingerprint.ts";
import { bareAddress } from "./pool-url.ts";

interface HostFacts {
	readonly address: string;
}

interface CertificateFacts {
	readonly host: string;
	readonly type?: string;
	readonly fingerprint?: string;
	readonly fingerprint_sha256?: string;
}

type Records<T> = ReadonlyMap<string, T>;

/** Where the hosts of a pool are and which certificates they have, as the
 *  pool itself says over a connection that was verified. */
export class HostDirectory {
	#addressOfHost = new Map<string, string>();
	readonly #pins = new Map<string, string[]>();

	/** Addresses of all members; empty before the first sign-in. */
	addresses(): string[] {
		return [...this.#addressOfHost.values()];
	}

	/** Refs of all members. */
	hosts(): string[] {
		return [...this.#addressOfHost.keys()];
	}

	has(address: string): boolean {
		return this.addresses().includes(bareAddress(address));
	}

	addressOf(hostRef: string): string | undefined {
		return this.#addressOfHost.get(hostRef);
	}

	learnHosts(hosts: Records<HostFacts>): void {
		this.#addressOfHost = new Map();
		for (const [ref, { address }] of hosts) {
			if (address) this.#addressOfHost.set(ref, bareAddress(address));
		}
	}

	/** Replaces what was known of each host that has a certificate here. */
	learnCertificates(certificates: Records<CertificateFacts>): void {
		const fresh = new Map<string, string[]>();
		for (const certificate of certificates.values()) {
			const address = this.#addressOfHost.get(certificate.host);
			// Authorities, and what hosts use among themselves, are no use here.
			if (address === undefined || (certificate.type ?? "host") !== "host") {
				continue;
			}
			const pin = normalizeFingerprint(
				certificate.fingerprint_sha256 || certificate.fingerprint || "",
			);
			if (pin === undefined) continue;
			fresh.set(address, [...(fresh.get(address) ?? []), pin]);
		}
		for (const [address, pins] of fresh) this.#pins.set(address, pins);
	}

	/** A pin that a verified member told of another. */
	addPin(address: string, fingerprint: string): void {
		const pin = normalizeFingerprint(fingerprint);
		const known = this.#pins.get(bareAddress(address)) ?? [];
		if (pin === undefined || known.includes(pin)) return;
		this.#pins.set(bareAddress(address), [...known, pin]);
	}

	pins(address: string): readonly string[] {
		return this.#pins.get(bareAddress(address)) ?? [];
	}

	learnedFingerprints(): Record<string, string> {
		const entries: [string, string][] = [];
		for (const [address, [pin]] of this.#pins) {
			if (pin !== undefined) entries.push([address, pin]);
		}
		return Object.fromEntries(entries);
	}
}
