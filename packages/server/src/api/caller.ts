import type { TokenRow, UserRow } from "@xo/store";
import type { ConnectionQueries } from "../query/connection-queries.ts";

/** Who makes a call, by whatever way in. */
export interface Caller {
	/** Absent before sign-in. */
	readonly user: UserRow | undefined;
	readonly isAdmin: boolean;
	/** Remote address, for the records. */
	readonly address: string;
	/** The token of a request; absent for passwords. */
	readonly tokenId?: string;
	/** The WebSocket connection, which sign-in binds a user to. */
	readonly session?: CallerSession;
}

/** The part of a connection that session operations change. */
export interface CallerSession {
	/** The token of the browser's cookie, where the connection was opened by a
	 *  page of ours: its script cannot read the cookie. */
	readonly cookieToken: string | undefined;
	/** `token`: what the user signed in with, unless by password; the connection
	 *  ends when it is deleted, and at the next message after its expiry. */
	bindUser(userId: string, token: TokenRow | undefined): void;
	unbindUser(): void;
	readonly queries: ConnectionQueries;
}
