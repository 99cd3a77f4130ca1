/** Nothing but our own scripts, no embedding by other sites. Inline styles are
 *  what the interface's charts set on elements. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'self'",
].join("; ");

/** Sent with every answer. */
export function securityHeaders(options: {
	readonly isHttps: boolean;
}): Readonly<Record<string, string>> {
	return {
		"content-security-policy": CONTENT_SECURITY_POLICY,
		"cross-origin-opener-policy": "same-origin",
		"referrer-policy": "same-origin",
		"x-content-type-options": "nosniff",
		"x-frame-options": "SAMEORIGIN",
		...(options.isHttps
			? { "strict-transport-security": "max-age=31536000" }
			: {}),
	};
}
