import type { IncomingMessage } from "node:http";
import { assertRole } from "../core/access.ts";
import { authenticate } from "../core/accounts.ts";
import type { CorePool } from "../core/core-handler.ts";
import { NULL_OWNER, type Session } from "../core/sessions.ts";
import type { Ref } from "../core/types.ts";

/** A caller of an HTTP handler; disposing ends a session opened for it. */
export interface HttpCaller extends Disposable {
	readonly session: Session;
}

function cookiesOf(header: string | undefined): Map<string, string> {
	const cookies = new Map<string, string>();
	for (const part of header?.split(/[;&]/) ?? []) {
		const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
		if (name !== undefined && value !== undefined) {
			cookies.set(name, decode(value));
		}
	}
	return cookies;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function keep(session: Session): HttpCaller {
	return { session, [Symbol.dispose]() {} };
}

/** Who asks: by session (cookie, then query), pool secret, or password.
 *  `undefined` if nobody that the pool knows. */
export function authenticateRequest(
	pool: CorePool,
	host: Ref,
	{ request, query }: { request: IncomingMessage; query: URLSearchParams },
): HttpCaller | undefined {
	const cookies = cookiesOf(request.headers.cookie);
	const ref = cookies.get("session_id") ?? query.get("session_id");
	if (ref !== null) {
		const session = pool.sessions.find(ref);
		return session && keep(session);
	}
	const close = (session: Session): HttpCaller => ({
		session,
		[Symbol.dispose]: () => pool.sessions.close(session.ref),
	});
	if (cookies.get("pool_secret") === pool.secret) {
		const owner = { ...NULL_OWNER, userName: "", host, isPool: true };
		return close(pool.sessions.open(owner));
	}
	const [, credentials] =
		/^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
	if (credentials === undefined) return undefined;
	const text = Buffer.from(credentials, "base64").toString();
	const colon = text.indexOf(":");
	try {
		const owner = authenticate(pool.db, pool.accounts, {
			username: text.slice(0, colon),
			password: text.slice(colon + 1),
			originator: `${request.socket.remoteAddress ?? ""} using Basic auth`,
			host,
		});
		return close(pool.sessions.open(owner));
	} catch {
		return undefined;
	}
}

/** Whether the session may use a handler of that role. */
export function mayUse(session: Session, role: string, path: string): boolean {
	try {
		assertRole(session, role, `http${path}`);
		return true;
	} catch {
		return false;
	}
}
