/** Who the bench signs in as; made by `xo-server setup`. */
export const ADMINISTRATOR = {
	email: "bench@example.org",
	password: "correct horse battery staple",
} as const;

/** As the value of an `Authorization` header. */
export function basicCredential(): string {
	const { email, password } = ADMINISTRATOR;
	return `Basic ${Buffer.from(`${email}:${password}`).toString("base64")}`;
}
