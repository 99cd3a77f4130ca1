/** One-time codes of authenticator apps (RFC 6238: SHA-1, 30 s, 6 digits). */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_BYTES = 20;
const PERIOD_MS = 30_000;
const DIGITS = 6;

/** A new secret in base32. */
export function newSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
	let bits = "";
	for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
	return (bits.match(/.{5}/g) ?? [])
		.map((five) => ALPHABET[Number.parseInt(five, 2)])
		.join("");
}

/** What a QR code tells an authenticator app. */
export function uriOf(options: {
	readonly issuer: string;
	readonly account: string;
	readonly secret: string;
}): string {
	const { issuer, account, secret } = options;
	const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
	const query = new URLSearchParams({ secret, issuer });
	return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}

/** Whether an app that knows the secret shows this code now. Undefined where
 *  the browser cannot compute it: pages by plain HTTP from elsewhere. */
export async function isCodeRight(
	secret: string,
	code: string,
	nowMs: number,
): Promise<boolean | undefined> {
	if (crypto.subtle === undefined) return undefined;
	const given = code.replaceAll(/\s/g, "");
	for (const shiftMs of [0, -PERIOD_MS, PERIOD_MS]) {
		if ((await codeAt(secret, nowMs + shiftMs)) === given) return true;
	}
	return false;
}

/** What an app that knows the secret shows. */
export async function codeAt(secret: string, nowMs: number): Promise<string> {
	const key = await crypto.subtle.importKey(
		"raw",
		decode(secret),
		{ name: "HMAC", hash: "SHA-1" },
		false,
		["sign"],
	);
	const message = new DataView(new ArrayBuffer(8));
	message.setBigUint64(0, BigInt(Math.floor(nowMs / PERIOD_MS)));
	const mac = new DataView(
		await crypto.subtle.sign("HMAC", key, message.buffer),
	);
	const offset = mac.getUint8(mac.byteLength - 1) & 15;
	const number = (mac.getUint32(offset) & 0x7fffffff) % 10 ** DIGITS;
	return String(number).padStart(DIGITS, "0");
}

function decode(secret: string): Uint8Array<ArrayBuffer> {
	let bits = "";
	for (const letter of secret) {
		bits += ALPHABET.indexOf(letter).toString(2).padStart(5, "0");
	}
	const bytes = bits.match(/.{8}/g) ?? [];
	return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
