/** What a listener may find on an event; each kind has some of them. */
export interface SocketEvent {
	readonly data?: unknown;
	readonly code?: number;
	readonly reason?: string;
	readonly message?: string;
	readonly error?: unknown;
}

/** The part of `WebSocket` that is used: the global of browsers and Node.js
 *  and the class of package `ws` all have it. */
export interface SocketLike {
	send(data: string): void;
	close(code?: number, reason?: string): void;
	addEventListener(
		type: "open" | "message" | "close" | "error",
		listener: (event: SocketEvent) => void,
	): void;
}

/** Opens a socket; may throw. */
export type CreateSocket = (url: string) => SocketLike;

declare const WebSocket: new (url: string) => SocketLike;

export const createGlobalSocket: CreateSocket = (url) => new WebSocket(url);
