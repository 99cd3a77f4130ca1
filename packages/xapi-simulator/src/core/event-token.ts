import { XapiFailure } from "./types.ts";

/** How far a follower of events has read. */
export interface EventToken {
	readonly database: number;
	readonly messages: number;
}

const FORM = /^(\d{1,20}),(\d{1,20})$/;

/** @throws XapiFailure `EVENT_FROM_TOKEN_PARSE_FAILURE` */
export function parseEventToken(text: string): EventToken {
	if (text === "") return { database: -1, messages: -1 };
	const [, database, messages] = FORM.exec(text) ?? [];
	if (database === undefined) {
		throw new XapiFailure("EVENT_FROM_TOKEN_PARSE_FAILURE", [text]);
	}
	return { database: Number(database), messages: Number(messages) };
}

export function formatEventToken({ database, messages }: EventToken): string {
	return [database, messages]
		.map((part) => String(Math.max(0, part)).padStart(20, "0"))
		.join(",");
}
