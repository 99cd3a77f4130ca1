/** How a sign-in ended. `otpRequired`: the password is right, and the account
 *  asks for a code too. */
export type SignInResult =
	| "signedIn"
	| "otpRequired"
	| "invalidCredentials"
	| "tooManyRequests"
	| "unreachable"
	| "failed";

export interface SignInForm {
	readonly username: string;
	readonly password: string;
	readonly otp: string;
	readonly isRemembered: boolean;
}

const KINDS: readonly SignInResult[] = [
	"otpRequired",
	"invalidCredentials",
	"tooManyRequests",
];

/** Asks the server for the cookie of a session. */
export async function signIn(form: SignInForm): Promise<SignInResult> {
	try {
		const response = await fetch("/signin/local", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ ...form, otp: form.otp || undefined }),
		});
		if (response.ok) return "signedIn";
		const answer: unknown = await response.json().catch(() => undefined);
		const kind = (answer as { kind?: SignInResult } | undefined)?.kind;
		return kind !== undefined && KINDS.includes(kind) ? kind : "failed";
	} catch {
		return "unreachable";
	}
}

/** Makes the first administrator, who is then signed in. Gives what the server
 *  says against it, if anything. */
export async function setUp(administrator: {
	readonly secret: string;
	readonly email: string;
	readonly password: string;
}): Promise<string | undefined> {
	const response = await fetch("/setup", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(administrator),
	});
	if (response.ok) return undefined;
	const answer = (await response.json()) as { error: string };
	return answer.error;
}
