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
import { requireWithin } from "../auth/over-limit.ts";
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

/** What one user's tokens may amount to. */
export interface TokenLimits {
	readonly tokensPerUser: number;
	readonly tokenBytesPerUser: number;
}

/** Authentication tokens. Only hashes are kept; the id of a token is its hash,
 *  and calls that name a token take the secret or the id. */
export class TokenService {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #limits: TokenLimits;
	/** Makes the secret of a client's token again, so that a client that
	 *  registers anew gets the same one. */
	readonly #deriveSecret: (label: string) => string;

	constructor(options: {
		store: Store;
		clock: Clock;
		limits: TokenLimits;
		deriveSecret: (label: string) => string;
	}) {
		this.#store = options.store;
		this.#clock = options.clock;
		this.#limits = options.limits;
		this.#deriveSecret = options.deriveSecret;
	}

	async create(request: NewToken): Promise<CreatedToken> {
		const now = this.#clock.now();
		const expiresAt = now + validityOf(request.expiresIn);
		const existing = this.#findOfClient(request, now);
		this.#requireRoom(request, existing?.row);
		if (existing !== undefined) {
			await this.#store.tokens.update(existing.row.id, {
				expiresAt,
				...(request.description === undefined
					? {}
					: { description: request.description }),
			});
			return { secret: existing.secret, row: this.#get(existing.row.id) };
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

	/** Changes the description of the caller's token that `reference` (secret
	 *  or id) names. */
	async describeOwn(
		userId: string,
		reference: string,
		description: string | undefined,
	): Promise<void> {
		const row = this.#find(reference);
		if (row === undefined || row.userId !== userId) {
			throw new ApiError("noSuchObject", {
				message:
					"none of your tokens has this secret or id (user.getAuthenticationTokens lists them)",
				data: { id: "* obfuscated *", type: "authenticationToken" },
			});
		}
		this.#requireRoom({ userId, description }, row);
		await this.#store.tokens.update(row.id, { description });
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

	/** Whether the user may have one more, or a longer description of the one
	 *  that is to be `replaced`. */
	#requireRoom(
		wanted: Pick<NewToken, "userId" | "client" | "description">,
		replaced: TokenRow | undefined,
	): void {
		const others = this.#store.tokens
			.listOfUser(wanted.userId)
			.filter((row) => row !== replaced);
		const operation = "create a token";
		const hint = "delete some with token.deleteOwn";
		if (replaced === undefined) {
			requireWithin({
				operation,
				wanted: others.length + 1,
				limit: this.#limits.tokensPerUser,
				unit: "tokens",
				key: "limits.tokensPerUser",
				hint,
			});
		}
		const before = others.reduce((sum, row) => {
			return sum + bytesOf(row.clientInfo, row.description);
		}, 0);
		const client = replaced?.clientInfo ?? wanted.client;
		requireWithin({
			operation,
			wanted: before + bytesOf(client, wanted.description),
			limit: this.#limits.tokenBytesPerUser,
			unit: "bytes of tokens",
			key: "limits.tokenBytesPerUser",
			hint,
		});
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

function bytesOf(client: object | undefined, description = ""): number {
	const text = client === undefined ? "" : JSON.stringify(client);
	return Buffer.byteLength(text) + Buffer.byteLength(description);
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
