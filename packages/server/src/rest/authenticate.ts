import { ApiError } from "@xo/contract";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../api/caller.ts";
import type { AuthenticationService } from "../auth/authentication-service.ts";
import { hashToken } from "../auth/token-secret.ts";
import { parseCookies } from "../http/cookies.ts";
import { requireOwnOrigin } from "../http/require-own-origin.ts";
import { isAdministrator } from "../permissions/administrator.ts";

function badRequest(message: string): ApiError {
	return new ApiError("invalidRequest", { message });
}

/** User and password of a Basic header. The scheme is not compared: existing
 *  clients rely on that. */
function parseBasic(header: string): { login: string; password: string } {
	const encoded = header.trim().split(/\s+/)[1];
	const decoded = Buffer.from(encoded ?? "", "base64").toString();
	const colon = decoded.indexOf(":");
	if (colon === -1) {
		throw badRequest(
			'malformed Authorization header: "Basic <base64 of user:password>" is expected',
		);
	}
	return {
		login: decoded.slice(0, colon),
		password: decoded.slice(colon + 1),
	};
}

/** Who sends a REST request: one of a token cookie or Basic.
 *  @throws ApiError `invalidRequest` (both), `invalidCredentials` */
export async function authenticate(
	request: FastifyRequest,
	authentication: AuthenticationService,
): Promise<Caller> {
	const cookies = parseCookies(request.headers.cookie);
	const token = cookies.get("authenticationToken") ?? cookies.get("token");
	const { authorization } = request.headers;
	if (token !== undefined && authorization !== undefined) {
		throw badRequest(
			"two ways of authentication at once: send either the cookie or the Authorization header",
		);
	}
	checkOrigin(request);
	if (token !== undefined) {
		const { user } = authentication.signInWithToken(token, request.ip);
		return {
			user,
			isAdmin: isAdministrator(user),
			address: request.ip,
			tokenId: hashToken(token),
		};
	}
	if (authorization === undefined) throw new ApiError("invalidCredentials");
	if (/^bearer\s/i.test(authorization)) {
		throw new ApiError("invalidCredentials", {
			message:
				"invalid credentials: send the token as the cookie authenticationToken",
		});
	}
	const { otp } = request.query as { otp?: unknown };
	const user = await authentication.checkBasic({
		...parseBasic(authorization),
		otp: typeof otp === "string" ? otp : undefined,
		address: request.ip,
	});
	return { user, isAdmin: isAdministrator(user), address: request.ip };
}

/** A page of another site makes the browser send our cookie, or a Basic
 *  credential that it remembers; without an Origin it is no browser. */
function checkOrigin(request: FastifyRequest): void {
	if (request.method !== "GET") requireOwnOrigin(request);
}
