import { ApiError } from "@xo/contract";
import type { z } from "zod";

/** One problem, in the shape that existing clients print. */
interface ValidationProblem {
	readonly instancePath: string;
	readonly schemaPath: string;
	readonly keyword: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly message: string;
}

type Issue = z.core.$ZodIssue;

function pointer(path: readonly PropertyKey[]): string {
	return path
		.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
		.join("");
}

/** What a schema calls a JSON type. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
	int: "integer",
	record: "object",
	nan: "number",
};

function sizeProblem(issue: Issue & { code: "too_small" | "too_big" }) {
	const isMinimum = issue.code === "too_small";
	const limit = Number(isMinimum ? issue.minimum : issue.maximum);
	if (issue.origin === "string") {
		return {
			keyword: isMinimum ? "minLength" : "maxLength",
			params: { limit },
			message: `must NOT have ${isMinimum ? "fewer" : "more"} than ${limit} characters`,
		};
	}
	if (issue.origin === "array" || issue.origin === "set") {
		return {
			keyword: isMinimum ? "minItems" : "maxItems",
			params: { limit },
			message: `must NOT have ${isMinimum ? "fewer" : "more"} than ${limit} items`,
		};
	}
	const comparison = isMinimum ? ">=" : "<=";
	return {
		keyword: isMinimum ? "minimum" : "maximum",
		params: { comparison, limit },
		message: `must be ${comparison} ${limit}`,
	};
}

function typeProblem(issue: Issue & { code: "invalid_type" }) {
	const type = TYPE_NAMES[issue.expected] ?? issue.expected;
	return {
		keyword: "type",
		params: { type },
		message: `must be ${type}`,
	};
}

function describeIssue(
	issue: Issue,
): Omit<ValidationProblem, "instancePath" | "schemaPath"> {
	switch (issue.code) {
		case "invalid_type":
			return typeProblem(issue);
		case "too_small":
		case "too_big":
			return sizeProblem(issue);
		case "invalid_value":
			return {
				keyword: "enum",
				params: { allowedValues: issue.values },
				message: "must be equal to one of the allowed values",
			};
		case "invalid_union":
			return {
				keyword: "anyOf",
				params: {},
				message: "must match a schema in anyOf",
			};
		case "invalid_format":
			return {
				keyword: issue.format === "regex" ? "pattern" : "format",
				params: { format: issue.format, pattern: issue.pattern },
				message: `must match ${issue.format === "regex" ? `pattern "${issue.pattern}"` : `format "${issue.format}"`}`,
			};
		default:
			return { keyword: issue.code, params: {}, message: issue.message };
	}
}

function isMissing(issue: Issue, input: unknown): boolean {
	if (issue.path.length === 0) return false;
	let value: unknown = input;
	for (const key of issue.path) {
		if (typeof value !== "object" || value === null) return false;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value === undefined;
}

function toProblems(issue: Issue, input: unknown): ValidationProblem[] {
	if (issue.code === "unrecognized_keys") {
		return issue.keys.map((additionalProperty) => ({
			instancePath: pointer(issue.path),
			schemaPath: "#/additionalProperties",
			keyword: "additionalProperties",
			params: { additionalProperty },
			message: "must NOT have additional properties",
		}));
	}
	if (isMissing(issue, input)) {
		const missingProperty = String(issue.path.at(-1));
		return [
			{
				instancePath: pointer(issue.path.slice(0, -1)),
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty },
				message: `must have required property '${missingProperty}'`,
			},
		];
	}
	const problem = describeIssue(issue);
	const instancePath = pointer(issue.path);
	return [
		{
			instancePath,
			schemaPath: `#${issue.path.map((key) => `/properties/${String(key)}`).join("")}/${problem.keyword}`,
			...problem,
		},
	];
}

/** The parsed parameters.
 *  @throws ApiError `invalidParameters`, with every problem at once. */
export function parseParams<S extends z.ZodType>(
	schema: S,
	input: unknown,
): z.output<S> {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	const errors = result.error.issues.flatMap((issue) =>
		toProblems(issue, input),
	);
	throw new ApiError("invalidParameters", { data: { errors } });
}
