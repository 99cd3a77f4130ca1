import { randomBytes } from "node:crypto";
import type { Clock } from "@xo/std";
import type { Store, UserRow } from "@xo/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AuthenticationService } from "../auth/authentication-service.ts";
import { hashToken } from "../auth/token-secret.ts";
import { formatCookie, parseCookies } from "../http/cookies.ts";
import type { TokenService } from "../token/token-service.ts";

const SESSION_MS = 10 * 3_600_000;
const REMEMBERED_MS = 30 * 86_400_000;
const CLIENT_ID_MAX_AGE_S = 10 * 365 * 86_400;

interface Exchange {
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
}

/** Browsers that are signed in: a token in a cookie. */
export class BrowserSessions {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #tokens: TokenService;
	readonly #authentication: AuthenticationService;

	constructor(dependencies: {
		readonly store: Store;
		readonly clock: Clock;
		readonly tokens: TokenService;
		readonly authentication: AuthenticationService;
	}) {
		this.#store = dependencies.store;
		this.#clock = dependencies.clock;
		this.#tokens = dependencies.tokens;
		this.#authentication = dependencies.authentication;
	}

	/** Who the browser is signed in as. */
	find(request: FastifyRequest): UserRow | undefined {
		const token = cookiesOf(request).get("token");
		if (token === undefined) return undefined;
		try {
			return this.#authentication.signInWithToken(token, request.ip).user;
		} catch {
			return undefined;
		}
	}

	async open(
		options: Exchange & {
			readonly userId: string;
			readonly isRemembered: boolean;
		},
	): Promise<void> {
		const { request, reply, userId, isRemembered } = options;
		const clientId = clientIdOf(request);
		const validityMs = isRemembered ? REMEMBERED_MS : SESSION_MS;
		const { secret } = await this.#tokens.create({
			userId,
			client: { id: clientId },
			description: describeBrowser(request),
			expiresIn: validityMs,
		});
		const isSecure = request.protocol === "https";
		reply.header("set-cookie", [
			formatCookie({
				name: "token",
				value: secret,
				isSecure,
				maxAgeS: isRemembered ? validityMs / 1000 : undefined,
			}),
			formatCookie({
				name: "clientId",
				value: clientId,
				isSecure,
				maxAgeS: CLIENT_ID_MAX_AGE_S,
			}),
		]);
	}

	/** A session with a token that exists, until that ends.
	 *  @throws ApiError `invalidCredentials` */
	adopt(token: string, { request, reply }: Exchange): void {
		const { token: row } = this.#authentication.signInWithToken(
			token,
			request.ip,
		);
		const now = this.#clock.now();
		reply.header(
			"set-cookie",
			formatCookie({
				name: "token",
				value: token,
				isSecure: request.protocol === "https",
				maxAgeS: ((row?.expiresAt ?? now) - now) / 1000,
			}),
		);
	}

	/** A token that was made for this browser ends with the session. */
	async close({ request, reply }: Exchange): Promise<void> {
		const cookies = cookiesOf(request);
		const token = cookies.get("token");
		const row =
			token === undefined
				? undefined
				: this.#store.tokens.find(hashToken(token));
		if (
			row?.clientId !== undefined &&
			row.clientId === cookies.get("clientId")
		) {
			await this.#store.tokens.delete([row.id]);
		}
		reply.header(
			"set-cookie",
			formatCookie({
				name: "token",
				value: "",
				maxAgeS: 0,
				isSecure: request.protocol === "https",
			}),
		);
	}
}

function cookiesOf(request: FastifyRequest): ReadonlyMap<string, string> {
	return parseCookies(request.headers.cookie);
}

function clientIdOf(request: FastifyRequest): string {
	const known = cookiesOf(request).get("clientId");
	return known !== undefined && /^[\w-]{10,64}$/.test(known)
		? known
		: randomBytes(16).toString("base64url");
}

function describeBrowser(request: FastifyRequest): string {
	const agent = request.headers["user-agent"]?.slice(0, 200) ?? "unknown";
	return `browser sign-in: ${agent}`;
}
