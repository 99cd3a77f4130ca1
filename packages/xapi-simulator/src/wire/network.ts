import {
	createSelfSignedCertificate,
	type SelfSignedCertificate,
} from "@xo/std/self-signed-certificate";
import { formatXapiDate, NULL_REF } from "@xo/xapi-wire";
import type { SimulatedPool } from "../core/simulated-pool.ts";
import type { Ref } from "../core/types.ts";
import { nextLoopbackAddress, ONLY_LOOPBACK_ADDRESS } from "./addresses.ts";
import { Faults } from "./faults.ts";
import { HostListener } from "./host-listener.ts";
import { httpHandlers } from "./http-handlers.ts";

const MAX_PORT_ATTEMPTS = 20;

interface HostEnd {
	readonly host: Ref;
	address: string;
	port: number;
	certificate: SelfSignedCertificate;
	listener: HostListener;
}

interface NetworkOptions {
	readonly isTls: boolean;
	/** Gives each host its own; where the system lacks it, hosts share
	 *  127.0.0.1 on ports of their own. */
	readonly nextAddress?: () => string;
}

/** The hosts of a pool, each listening on an address of its own. */
export class PoolNetwork implements AsyncDisposable {
	readonly faults: Faults;
	readonly #pool: SimulatedPool;
	readonly #isTls: boolean;
	readonly #nextAddress: () => string;
	readonly #ends = new Map<Ref, HostEnd>();
	readonly #stopped = new Map<Ref, HostEnd>();

	constructor(
		pool: SimulatedPool,
		{ isTls, nextAddress = nextLoopbackAddress }: NetworkOptions,
	) {
		this.#pool = pool;
		this.#isTls = isTls;
		this.#nextAddress = nextAddress;
		this.faults = new Faults(pool, {
			dropConnections: () => this.#dropConnections(),
			stopHost: (host) => this.#stopHost(host),
			restartHost: (host) => this.#restartHost(host),
			swapCertificates: () => this.#swapCertificates(),
		});
	}

	/** The end of the current master. */
	get master(): Readonly<Omit<HostEnd, "listener">> {
		const end = this.#ends.get(this.#pool.masterRef());
		if (end === undefined) throw new Error("the master does not listen");
		return end;
	}

	/** Lets all hosts listen on the same port (0: a free one), the master
	 *  first, and writes their addresses and certificates to the database. */
	async start(port: number): Promise<void> {
		const master = this.#pool.masterRef();
		if (this.#pool.db.find("host", master) === undefined) {
			throw new Error("the pool has no host: nothing can listen");
		}
		const hosts = this.#pool.db.refs("host").filter((ref) => ref !== master);
		for (let attempt = 1; ; attempt++) {
			try {
				const shared = await this.#listen(master, port);
				for (const host of hosts) await this.#listen(host, shared);
				break;
			} catch (error) {
				await this.#closeAll();
				if (port !== 0 || !isAddressInUse(error)) throw error;
				if (attempt >= MAX_PORT_ATTEMPTS) throw error;
			}
		}
		for (const end of this.#ends.values()) this.#describe(end);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#closeAll();
	}

	async #listen(host: Ref, port: number): Promise<number> {
		const address = this.#nextAddress();
		const certificate = createHostCertificate(address);
		const listener = this.#createListener(host, certificate);
		const end: HostEnd = { host, address, port, certificate, listener };
		try {
			end.port = await listener.listen(address, port);
		} catch (error) {
			if (!isAddressMissing(error)) throw error;
			end.address = ONLY_LOOPBACK_ADDRESS;
			const isMaster = host === this.#pool.masterRef();
			end.port = await listener.listen(end.address, isMaster ? port : 0);
		}
		this.#ends.set(host, end);
		return end.port;
	}

	#createListener(host: Ref, certificate: SelfSignedCertificate): HostListener {
		return new HostListener({
			pool: this.#pool,
			rpc: {
				ref: host,
				dispatcher: this.#pool.dispatcher,
				faults: this.faults,
				masterThumbprint: (algorithm) => {
					const { fingerprint, fingerprintSha1 } = this.master.certificate;
					return algorithm === "sha-1" ? fingerprintSha1 : fingerprint;
				},
			},
			handlers: httpHandlers,
			certificate: this.#isTls ? certificate : undefined,
		});
	}

	#describe({ host, address, port, certificate }: HostEnd): void {
		const { db } = this.#pool;
		const isShared = address === ONLY_LOOPBACK_ADDRESS;
		db.update("host", host, {
			address:
				isShared && port !== this.master.port ? `${address}:${port}` : address,
		});
		const fields = {
			type: "host",
			host,
			not_before: formatXapiDate(certificate.notBefore.getTime()),
			not_after: formatXapiDate(certificate.notAfter.getTime()),
			fingerprint: certificate.fingerprint,
			fingerprint_sha256: certificate.fingerprint,
			fingerprint_sha1: certificate.fingerprintSha1,
		};
		const known = this.#certificateOf(host);
		if (known === NULL_REF) db.create("Certificate", fields);
		else db.update("Certificate", known, fields);
	}

	#certificateOf(host: Ref): Ref {
		const { db } = this.#pool;
		const refs = db.get("host", host).certificates as readonly Ref[];
		return (
			refs.find((ref) => db.get("Certificate", ref).type === "host") ?? NULL_REF
		);
	}

	#dropConnections(): void {
		for (const { listener } of this.#ends.values()) listener.dropConnections();
	}

	async #stopHost(host: Ref): Promise<void> {
		const end = this.#ends.get(host);
		if (end === undefined) return;
		this.#ends.delete(host);
		this.#stopped.set(host, end);
		await end.listener.close();
	}

	async #restartHost(host: Ref): Promise<void> {
		const end = this.#stopped.get(host);
		if (end === undefined) throw new Error(`${host} was not stopped`);
		end.listener = this.#createListener(host, end.certificate);
		await end.listener.listen(end.address, end.port);
		this.#stopped.delete(host);
		this.#ends.set(host, end);
	}

	#swapCertificates(): string {
		for (const end of this.#ends.values()) {
			end.certificate = createHostCertificate(end.address);
			end.listener.setCertificate(end.certificate);
			this.#describe(end);
		}
		this.#dropConnections();
		return this.master.certificate.fingerprint;
	}

	async #closeAll(): Promise<void> {
		const ends = [...this.#ends.values()];
		this.#ends.clear();
		await Promise.all(ends.map(({ listener }) => listener.close()));
	}
}

function createHostCertificate(address: string): SelfSignedCertificate {
	return createSelfSignedCertificate([address, "localhost"]);
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && "code" in error ? error.code : undefined;
}

function isAddressInUse(error: unknown): boolean {
	return codeOf(error) === "EADDRINUSE";
}

function isAddressMissing(error: unknown): boolean {
	return codeOf(error) === "EADDRNOTAVAIL";
}
