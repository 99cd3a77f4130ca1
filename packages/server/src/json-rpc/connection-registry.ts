import type { CallerSession } from "../api/caller.ts";
import type { JsonRpcConnection } from "./connection.ts";

/** Every open JSON-RPC connection. */
export class ConnectionRegistry {
	readonly #connections = new Set<JsonRpcConnection>();

	get size(): number {
		return this.#connections.size;
	}

	add(connection: JsonRpcConnection): void {
		this.#connections.add(connection);
		connection.signal.addEventListener(
			"abort",
			() => this.#connections.delete(connection),
			{ once: true },
		);
	}

	ofUser(userId: string): JsonRpcConnection[] {
		return [...this.#connections].filter(
			(connection) => connection.userId === userId,
		);
	}

	signedIn(): JsonRpcConnection[] {
		return [...this.#connections].filter(
			(connection) => connection.userId !== undefined,
		);
	}

	describe() {
		return [...this.#connections].map(({ address, userId, expiresAt }) => ({
			user_ip: address,
			...(userId === undefined ? {} : { user_id: userId }),
			...(expiresAt === undefined ? {} : { expiration: expiresAt }),
		}));
	}

	closeOfUser(userId: string): void {
		for (const connection of this.ofUser(userId)) connection.close();
	}

	endOfToken(tokenId: string): void {
		for (const connection of this.#connections) {
			if (connection.tokenId === tokenId) connection.endSession();
		}
	}

	closeAll(
		options: { readonly except?: CallerSession | undefined } = {},
	): void {
		for (const connection of this.#connections) {
			if (connection !== options.except) connection.close();
		}
	}

	terminateAll(): void {
		for (const connection of this.#connections) connection.terminate();
	}
}
