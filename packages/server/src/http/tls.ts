import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import path from "node:path";
import { createSecureContext } from "node:tls";
import { messageOf } from "@xo/std";
import { createSelfSignedCertificate } from "@xo/std/self-signed-certificate";
import type { ServerConfig } from "../config/config-schema.ts";
import { ConfigError } from "../config/load-config.ts";
import type { Logger } from "./logger.ts";

/** A certificate and its private key, in PEM. */
export interface TlsFiles {
	readonly cert: string;
	readonly key: string;
}

/** A certificate of our own is made anew this long before it ends. */
const RENEWAL_MS = 30 * 86_400_000;

/** The certificate to serve with; `undefined` for plain HTTP.
 *  @throws ConfigError naming the key and the file */
export function loadTls(
	config: ServerConfig,
	logger: Logger,
): TlsFiles | undefined {
	const { https } = config.http;
	if (https === undefined) return undefined;
	return readGivenTls(config) ?? readOrMakeTls(config, logger);
}

/** The certificate and key that the configuration names.
 *  @throws ConfigError naming the key and the file */
export function readGivenTls({ http }: ServerConfig): TlsFiles | undefined {
	const { cert, key } = http.https ?? {};
	if (cert === undefined || key === undefined) return undefined;
	const files = {
		cert: readConfigured("http.https.cert", cert),
		key: readConfigured("http.https.key", key),
	};
	tryPart("http.https.cert", cert, { cert: files.cert });
	tryPart("http.https.key", key, { key: files.key });
	try {
		createSecureContext(files);
	} catch (error) {
		throw new ConfigError(
			`http.https.key: ${key} is not the key of the certificate ${cert} (${reasonOf(error)})`,
		);
	}
	return files;
}

/** @throws ConfigError naming the key and the file */
export function readConfigured(key: string, file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		throw new ConfigError(`${key}: cannot read ${file}: ${reasonOf(error)}`);
	}
}

function tryPart(key: string, file: string, part: Partial<TlsFiles>): void {
	try {
		createSecureContext(part);
	} catch (error) {
		throw new ConfigError(
			`${key}: ${file} is not usable PEM: ${reasonOf(error)}`,
		);
	}
}

function reasonOf(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	return code ?? messageOf(error);
}

/** Browsers warn of it once; it stays the same so that they warn once only. */
function readOrMakeTls(config: ServerConfig, logger: Logger): TlsFiles {
	const certFile = path.join(config.dataDir, "https.crt");
	const keyFile = path.join(config.dataDir, "https.key");
	const names = namesOf(config);
	const known = readUsable(certFile, keyFile, names);
	if (known !== undefined) return known;
	const { cert, key, fingerprint } = createSelfSignedCertificate(names);
	try {
		writeFileSync(keyFile, key, { mode: 0o600 });
		writeFileSync(certFile, cert);
	} catch (error) {
		throw new ConfigError(
			`http.https: cannot keep a certificate in ${config.dataDir}: ${reasonOf(error)}`,
		);
	}
	logger.info({ fingerprint, file: certFile }, "made a certificate for HTTPS");
	return { cert, key };
}

function readUsable(
	certFile: string,
	keyFile: string,
	names: readonly string[],
): TlsFiles | undefined {
	if (!existsSync(certFile) || !existsSync(keyFile)) return undefined;
	try {
		const files = {
			cert: readFileSync(certFile, "utf8"),
			key: readFileSync(keyFile, "utf8"),
		};
		createSecureContext(files);
		const { validToDate, subject } = new X509Certificate(files.cert);
		const isLasting = validToDate.getTime() > Date.now() + RENEWAL_MS;
		return isLasting && subject === `CN=${names[0]}` ? files : undefined;
	} catch {
		return undefined;
	}
}

/** The name in the address bar first; the addresses of the machine too. */
function namesOf({ http }: ServerConfig): [string, ...string[]] {
	const addresses = Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.map(({ address }) => address);
	const all = [...http.hostNames, "localhost", hostname(), ...addresses];
	const [first = "localhost", ...others] = new Set(all);
	return [first, ...others.filter((name) => !name.includes("%"))];
}
