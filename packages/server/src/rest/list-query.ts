import { ApiError } from "@xo/contract";

/** How a list is wanted. */
export interface ListQuery {
	/** Absent: hrefs; `*`: whole items. */
	readonly fields: "*" | readonly string[] | undefined;
	readonly filter: string | undefined;
	readonly limit: number;
	readonly format: "json" | "ndjson" | "markdown";
	readonly watch: boolean;
}

type Query = Readonly<Record<string, unknown>>;

const KNOWN = new Set([
	"fields",
	"filter",
	"limit",
	"ndjson",
	"markdown",
	"watch",
	"otp",
]);

const MAX_FIELDS = 200;
const MAX_FILTER_LENGTH = 10_000;

/** The 422 of a bad query parameter. */
export function invalidQuery(
	name: string,
	message: string,
	value: unknown,
): ApiError {
	return new ApiError("invalidParameters", {
		message: `invalid query parameter ${name}: ${message}`,
		data: { fields: { [name]: { message, value } } },
	});
}

export function parseBoolean(query: Query, name: string): boolean {
	const value = query[name];
	if (value === undefined) return false;
	const text = String(value).toLowerCase();
	if (text !== "true" && text !== "false") {
		throw invalidQuery(name, "invalid boolean value", value);
	}
	return text === "true";
}

export function parseText(query: Query, name: string): string | undefined {
	const value = query[name];
	if (value === undefined) return undefined;
	if (typeof value !== "string") {
		throw invalidQuery(name, "given more than once", value);
	}
	return value;
}

function parseLimit(query: Query): number {
	const text = parseText(query, "limit");
	if (text === undefined) return Number.POSITIVE_INFINITY;
	const limit = Number(text);
	if (text.trim() === "" || !Number.isFinite(limit) || limit < 0) {
		throw invalidQuery("limit", "invalid float number", text);
	}
	return Math.floor(limit);
}

function parseFields(query: Query): ListQuery["fields"] {
	const text = parseText(query, "fields");
	if (text === undefined || text === "*") return text;
	const fields = text.split(",").map((field) => field.trim());
	if (fields.length > MAX_FIELDS) {
		throw invalidQuery("fields", `more than ${MAX_FIELDS} names`, text);
	}
	return [...new Set(fields.filter((field) => field !== ""))];
}

function parseFormat(query: Query): ListQuery["format"] {
	const isNdjson = parseBoolean(query, "ndjson");
	const isMarkdown = parseBoolean(query, "markdown");
	if (isNdjson && isMarkdown) {
		throw invalidQuery("markdown", "not together with ndjson", "true");
	}
	if (isNdjson) return "ndjson";
	return isMarkdown ? "markdown" : "json";
}

/** @throws ApiError `invalidParameters`, naming the parameter */
export function parseListQuery(query: Query): ListQuery {
	for (const name of Object.keys(query)) {
		if (!KNOWN.has(name)) {
			throw invalidQuery(name, "unknown query parameter", query[name]);
		}
	}
	const filter = parseText(query, "filter");
	if (filter !== undefined && filter.length > MAX_FILTER_LENGTH) {
		throw invalidQuery("filter", "too long", `${filter.slice(0, 100)}…`);
	}
	return {
		fields: parseFields(query),
		filter,
		limit: parseLimit(query),
		format: parseFormat(query),
		watch: parseBoolean(query, "watch"),
	};
}
