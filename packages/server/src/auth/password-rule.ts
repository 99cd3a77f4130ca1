import { invalidParameters } from "@xo/contract";

/** What a password must be, wherever somebody chooses one. */
export class PasswordRule {
	readonly #minLength: number;

	constructor({ minPasswordLength }: { readonly minPasswordLength: number }) {
		this.#minLength = minPasswordLength;
	}

	/** @throws ApiError `invalidParameters` */
	check(password: string): void {
		if ([...password].length >= this.#minLength) return;
		throw invalidParameters(
			`the password is too short: at least ${this.#minLength} characters (authentication.minPasswordLength of the configuration)`,
		);
	}
}
