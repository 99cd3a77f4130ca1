import { datamodel, type Message } from "@xo/xapi-wire";

/** The datamodel's description of a wire name (`VM.start`, `Async.VM.start`);
 *  `undefined` for what only other releases have. */
export function findMessage(method: string): Message | undefined {
	const path = method.replace(/^Async\./, "");
	const dot = path.indexOf(".");
	const name = path.slice(dot + 1);
	return datamodel.classes
		.get(path.slice(0, dot))
		?.messages.find((message) => message.name === name);
}

/** Class of `X.get_all_records`, else `undefined`. */
export function classOfListing(method: string): string | undefined {
	return /^(\w+)\.get_all_records(?:_where)?$/.exec(method)?.[1];
}
