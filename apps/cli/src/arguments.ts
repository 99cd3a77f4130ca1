import { messageOf } from "@xo/std";
import { CliError } from "./errors.ts";

/** `name=value`, cut at the first `=`; no `=` gives no value. */
export function splitArgument(argument: string): [string, string | undefined] {
	const cut = argument.indexOf("=");
	return cut === -1
		? [argument, undefined]
		: [argument.slice(0, cut), argument.slice(cut + 1)];
}

/** `json:…` is parsed; everything else stays text. */
export function parseText(name: string, text: string): unknown {
	if (!text.startsWith("json:")) return text;
	try {
		return JSON.parse(text.slice("json:".length));
	} catch (error) {
		throw new CliError(
			"bad-argument",
			`value of ${name} is not valid JSON: ${messageOf(error)}`,
			{ hint: `quote it for the shell: ${name}='json:["a", 1, true]'` },
		);
	}
}

/** As `parseText`, with `true` and `false` as booleans. */
export function parseValue(name: string, text: string): unknown {
	if (text === "true") return true;
	if (text === "false") return false;
	return parseText(name, text);
}

export interface MethodArguments {
	readonly params: Record<string, unknown>;
	/** Value of `@`: the file to send or to receive. */
	readonly file: string | undefined;
}

/** Arguments of an API method. @throws CliError `bad-argument`. */
export function parseMethodArguments(args: readonly string[]): MethodArguments {
	const entries = new Map<string, unknown>();
	let file: string | undefined;
	for (const argument of args) {
		const [name, text] = splitArgument(argument);
		if (text === undefined || name === "") {
			throw new CliError("bad-argument", `not name=value: ${argument}`, {
				hint: "parameters are written name=value, for example id=… force=true",
			});
		}
		if (name === "@") file = text;
		else entries.set(name, parseValue(name, text));
	}
	return { params: Object.fromEntries(entries), file };
}

/** Body of a REST request: `a.b=c` gives `{a: {b: "c"}}`. */
export function parseBody(args: readonly string[]): Record<string, unknown> {
	const body: Record<string, unknown> = {};
	for (const argument of args) {
		const [name, text] = splitArgument(argument);
		if (text === undefined || name === "") {
			throw new CliError("bad-argument", `not name=value: ${argument}`);
		}
		setAt(body, name, parseText(name, text));
	}
	return body;
}

function setAt(body: Record<string, unknown>, name: string, value: unknown) {
	const keys = name.split(".");
	const last = keys.pop() ?? name;
	let target = body;
	for (const key of keys) {
		const next = Object.hasOwn(target, key) ? target[key] : undefined;
		if (next === undefined) target = own(target, key, {});
		else if (typeof next === "object" && next !== null) {
			target = next as Record<string, unknown>;
		} else {
			throw new CliError("bad-argument", `${name}: ${key} already has a value`);
		}
	}
	own(target, last, value);
}

/** Not an assignment: the name may be `__proto__`. */
function own<T>(target: Record<string, unknown>, key: string, value: T): T {
	Object.defineProperty(target, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true,
	});
	return value;
}

/** Query of a REST request; a name without `=` has an empty value. */
export function parseQuery(args: readonly string[]): URLSearchParams {
	const query = new URLSearchParams();
	for (const argument of args) {
		const [name, text = ""] = splitArgument(argument);
		const value = parseText(name, text);
		query.append(
			name,
			typeof value === "string" ? value : JSON.stringify(value),
		);
	}
	return query;
}
