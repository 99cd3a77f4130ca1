import { X509Certificate } from "node:crypto";
import type { HostDirectory } from "../common/host-directory.ts";
import type { Invoker } from "./invoker.ts";

/** Asks hosts for their certificates where the pool's records do not tell:
 *  pools before XCP-ng 8.2 have no class `Certificate`. */
export class CertificateLearner {
	readonly #invoker: Pick<Invoker, "invoke">;
	readonly #directory: HostDirectory;
	readonly #asked = new Set<string>();

	constructor(invoker: Pick<Invoker, "invoke">, directory: HostDirectory) {
		this.#invoker = invoker;
		this.#directory = directory;
	}

	/** Asks each host of which no pin is known, once. */
	async askAll(): Promise<void> {
		for (const host of this.#directory.hosts()) {
			const address = this.#directory.addressOf(host);
			if (address === undefined || this.#asked.has(host)) continue;
			if (this.#directory.pins(address).length > 0) continue;
			this.#asked.add(host);
			await this.#ask(host, address);
		}
	}

	async #ask(host: string, address: string): Promise<void> {
		const method = "host.get_server_certificate";
		try {
			const pem = String(await this.#invoker.invoke(method, [host]));
			this.#directory.addPin(address, new X509Certificate(pem).fingerprint256);
		} catch {
			// The host is down or too old; its certificate stays unknown.
		}
	}
}
