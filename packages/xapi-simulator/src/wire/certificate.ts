import {
	generateKeyPairSync,
	randomBytes,
	sign,
	X509Certificate,
} from "node:crypto";
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

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const COMMON_NAME = "2.5.4.3";
const SUBJECT_ALT_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const DAY_MS = 86_400_000;
const VALID_DAYS = 3650;

export interface HostCertificate {
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

/** A self-signed ECDSA P-256 certificate for a host's IPv4 address. */
export function createCertificate(address: string): HostCertificate {
	const { privateKey, publicKey } = generateKeyPairSync("ec", {
		namedCurve: "P-256",
	});
	const algorithm = sequence(objectIdentifier(ECDSA_WITH_SHA256));
	const name = sequence(
		set(sequence(objectIdentifier(COMMON_NAME), utf8String(address))),
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
		tagged(3, sequence(...extensions(address)), { isConstructed: true }),
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

function extensions(address: string): Buffer[] {
	const bytes = Buffer.from(address.split(".").map(Number));
	return [
		sequence(
			objectIdentifier(BASIC_CONSTRAINTS),
			boolean(true),
			octetString(sequence(boolean(true))),
		),
		sequence(
			objectIdentifier(SUBJECT_ALT_NAME),
			octetString(
				sequence(
					tagged(7, bytes, { isConstructed: false }),
					tagged(2, Buffer.from("localhost"), { isConstructed: false }),
				),
			),
		),
	];
}
