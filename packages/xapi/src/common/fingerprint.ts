/** Canonical form of a SHA-256 fingerprint: upper-case pairs with colons, or
 *  `undefined` when `text` is not one. */
export function normalizeFingerprint(text: string): string | undefined {
	const digits = text.replaceAll(/[\s:-]/g, "").toUpperCase();
	if (!/^[0-9A-F]{64}$/.test(digits)) return undefined;
	return digits.match(/../g)?.join(":");
}
