/** The pool refused before it did anything: any call may be sent again. */
const REFUSED = new Set(["HOST_STILL_BOOTING"]);

/** The connection broke before a byte of the call was sent. */
const NEVER_SENT = new Set([
	"ECONNREFUSED",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"EAI_AGAIN",
]);

/** The connection broke; the call may or may not have run. */
const BROKEN = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** Only reads: nothing happens when they run twice. */
export function isRead(method: string): boolean {
	return /\.(?:get_|query_)|^system\.|^event\.(?:from|inject)$/.test(method);
}

/** What may be done about a failure of `method`, by its code alone. */
export function retryAdvice(
	method: string,
	code: string,
): "renew-session" | "find-master" | "wait" | "reconnect" | "give-up" {
	if (code === "SESSION_INVALID") return "renew-session";
	if (code === "HOST_IS_SLAVE") return "find-master";
	if (REFUSED.has(code)) return "wait";
	if (NEVER_SENT.has(code)) return "reconnect";
	if (BROKEN.has(code) && isRead(method)) return "reconnect";
	return "give-up";
}
