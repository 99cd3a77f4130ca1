import {
	ApiError,
	invalidParameters,
	noSuchObject,
	type XoToken,
} from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store, TokenRow } from "@xo/store";
import { newTokenSecret } from "../auth/authentication-service.ts";
import { parseDuration } from "../auth/duration.ts";
import { hashToken } from "../auth/token-secret.ts";

export interface NewToken {
	readonly userId: string;
	readonly client?: { readonly id: string } | undefined;
	readonly description?: string | undefined;
	readonly expiresIn?: number | string | undefined;
}

/** A token just made; the only time that its secret is known. */
export interface CreatedToken {
	readonly secret: string;
	readonly row: TokenRow;
}

const DEFAULT_VALIDITY_MS = 30 * 86_400_000;
const LONGEST_VALIDITY_MS = 365.25 * 43_200_000;
const SHORTEST_VALIDITY_MS = 60_000;
const MAX_TOKENS_PER_USER = 10_000;

/** Authentication tokens. Only hashes are kept; the id of a token is its hash,
 *  and calls that name a token take the secret or the id. */
export class TokenService {
	readonly #store: Store;
	readonly #clock: Clock;
	/** Makes the secret of a client's token again, so that a client that
	 *  registers anew gets the same one. */
	readonly #deriveSecret: (label: string) => string;

	constructor(options: {
		store: Store;
		clock: Clock;
		deriveSecret: (label: string) => string;
	}) {
		this.#store = options.store;
		this.#clock = options.clock;
		this.#deriveSecret = options.deriveSecret;
	}

	async create(request: NewToken): Promise<CreatedToken> {
		const now = this.#clock.now();
		const expiresAt = now + validityOf(request.expiresIn);
		const existing = this.#findOfClient(request, now);
		if (existing !== undefined) {
			await this.#store.tokens.update(existing.row.id, {
				expiresAt,
				...(request.description === undefined
					? {}
					: { description: request.description }),
			});
			return { secret: existing.secret, row: this.#get(existing.row.id) };
		}
		const count = this.#store.tokens.listOfUser(request.userId).length;
		if (count >= MAX_TOKENS_PER_USER) {
			throw new ApiError("forbiddenOperation", {
				message: `this user has ${count} tokens: delete some first`,
				data: { operation: "create a token", reason: "too many tokens" },
			});
		}
		const secret =
			request.client === undefined
				? newTokenSecret()
				: this.#deriveSecret(clientLabel(request, now));
		const row: TokenRow = {
			id: hashToken(secret),
			userId: request.userId,
			clientId: request.client?.id,
			clientInfo: request.client,
			description: request.description,
			createdAt: now,
			expiresAt,
			lastUses: {},
		};
		await this.#store.tokens.create(row);
		return { secret, row };
	}

	/** The caller's token that `reference` (secret or id) names. */
	getOwn(userId: string, reference: string): TokenRow {
		const row = this.#find(reference);
		if (row === undefined || row.userId !== userId) {
			throw noSuchObject("* obfuscated *", "authenticationToken");
		}
		return row;
	}

	/** Deletes those of `candidates` that the selection names; unknown ones are
	 *  ignored. */
	async delete(
		candidates: Iterable<TokenRow>,
		matches: (token: TokenRow) => boolean,
	): Promise<void> {
		const ids = [...candidates].filter(matches).map(({ id }) => id);
		if (ids.length > 0) await this.#store.tokens.delete(ids);
	}

	#find(reference: string): TokenRow | undefined {
		const { tokens } = this.#store;
		return tokens.find(hashToken(reference)) ?? tokens.find(reference);
	}

	#get(id: string): TokenRow {
		const row = this.#store.tokens.find(id);
		if (row === undefined) throw noSuchObject(id, "authenticationToken");
		return row;
	}

	#findOfClient(request: NewToken, now: number): CreatedToken | undefined {
		const { client } = request;
		if (client === undefined) return undefined;
		for (const row of this.#store.tokens.listOfUser(request.userId)) {
			if (row.clientId !== client.id || row.expiresAt <= now) continue;
			const secret = this.#deriveSecret(clientLabel(request, row.createdAt));
			if (hashToken(secret) === row.id) return { secret, row };
		}
		return undefined;
	}
}

function clientLabel(request: NewToken, createdAt: number): string {
	return JSON.stringify([
		"token",
		request.userId,
		request.client?.id,
		createdAt,
	]);
}

function validityOf(expiresIn: NewToken["expiresIn"]): number {
	if (expiresIn === undefined) return DEFAULT_VALIDITY_MS;
	const validity = parseDuration(expiresIn);
	if (validity === undefined) {
		throw invalidParameters(`not a valid duration: ${expiresIn}`);
	}
	if (validity > LONGEST_VALIDITY_MS) {
		throw invalidParameters(`too high expiresIn duration: ${expiresIn}`);
	}
	if (validity < SHORTEST_VALIDITY_MS) {
		throw invalidParameters(
			`invalid expiresIn duration: ${expiresIn} (at least one minute; a number is in milliseconds)`,
		);
	}
	return validity;
}

/** A token as clients see it. */
export function toPublicToken(row: TokenRow): XoToken {
	const uses = Object.entries(row.lastUses);
	return {
		id: row.id,
		user_id: row.userId,
		created_at: row.createdAt,
		expiration: row.expiresAt,
		...(row.description === undefined ? {} : { description: row.description }),
		...(row.clientInfo === undefined ? {} : { client: { ...row.clientInfo } }),
		...(uses.length === 0
			? {}
			: {
					last_uses: Object.fromEntries(
						uses.map(([address, timestamp]) => [address, { timestamp }]),
					),
				}),
	};
}
