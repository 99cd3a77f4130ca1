import {
	generateKeyPairSync,
	randomBytes,
	sign,
	X509Certificate,
} from "node:crypto";
import { isIP } from "node:net";
import {
	bitString,
	boolean,
	integer,
	objectIdentifier,
	octetString,
	sequence,
	set,
	tagged,
	time,
	utf8String,
} from "./der.ts";
import { ipBytes } from "./ip-bytes.ts";

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const COMMON_NAME = "2.5.4.3";
const SUBJECT_ALT_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const DNS_NAME = 2;
const IP_ADDRESS = 7;
/** RFC 5280: ub-common-name. */
const MAX_COMMON_NAME = 64;
const DAY_MS = 86_400_000;
const VALID_DAYS = 3650;

/** A certificate with its private key. */
export interface SelfSignedCertificate {
	/** PEM */
	readonly key: string;
	/** PEM */
	readonly cert: string;
	/** SHA-256, upper-case hex pairs with colons. */
	readonly fingerprint: string;
	readonly fingerprintSha1: string;
	readonly notBefore: Date;
	readonly notAfter: Date;
}

/** A self-signed ECDSA P-256 certificate, valid for ten years, for DNS names
 *  and IP addresses; the first is its subject. */
export function createSelfSignedCertificate(
	names: readonly [string, ...string[]],
): SelfSignedCertificate {
	const { privateKey, publicKey } = generateKeyPairSync("ec", {
		namedCurve: "P-256",
	});
	const algorithm = sequence(objectIdentifier(ECDSA_WITH_SHA256));
	const commonName = utf8String(names[0].slice(0, MAX_COMMON_NAME));
	const name = sequence(
		set(sequence(objectIdentifier(COMMON_NAME), commonName)),
	);
	const notBefore = new Date(Date.now() - DAY_MS);
	const notAfter = new Date(Date.now() + VALID_DAYS * DAY_MS);
	const body = sequence(
		tagged(0, integer(Buffer.from([2])), { isConstructed: true }),
		integer(randomBytes(16)),
		algorithm,
		name,
		sequence(time(notBefore), time(notAfter)),
		name,
		publicKey.export({ type: "spki", format: "der" }),
		tagged(3, sequence(...extensions(names)), { isConstructed: true }),
	);
	const signature = bitString(sign("sha256", body, privateKey));
	const certificate = sequence(body, algorithm, signature);
	const parsed = new X509Certificate(certificate);
	return {
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		cert: parsed.toString(),
		fingerprint: parsed.fingerprint256,
		fingerprintSha1: parsed.fingerprint,
		notBefore,
		notAfter,
	};
}

function extensions(names: readonly string[]): Buffer[] {
	return [
		sequence(
			objectIdentifier(BASIC_CONSTRAINTS),
			boolean(true),
			octetString(sequence(boolean(true))),
		),
		sequence(
			objectIdentifier(SUBJECT_ALT_NAME),
			octetString(sequence(...names.map(generalName))),
		),
	];
}

function generalName(name: string): Buffer {
	return isIP(name) === 0
		? tagged(DNS_NAME, Buffer.from(name, "latin1"), { isConstructed: false })
		: tagged(IP_ADDRESS, ipBytes(name), { isConstructed: false });
}
