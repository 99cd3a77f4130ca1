import { createHash } from "node:crypto";

/** What is kept of a token: SHA-256 in hex. A token is 32 random bytes, so a
 *  slow hash would add nothing. */
export function hashToken(secret: string): string {
	return createHash("sha256").update(secret).digest("hex");
}
