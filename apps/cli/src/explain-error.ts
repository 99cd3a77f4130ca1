import { XoConnectionError, XoError } from "@xo/client";
import { isPlainObject } from "@xo/std";
import { CliError } from "./errors.ts";
import { describeUsage, type MethodInfo, type Methods } from "./methods.ts";
import { didYouMean } from "./suggest.ts";

const LONGEST_USAGE = 400;
const INVALID_PARAMETERS = 10;
const METHOD_NOT_FOUND = -32601;
const UNAUTHORIZED = 2;
const LACKS_FEATURE = 14;

interface FailedCall {
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
	/** The introspection, asked for only where it helps. */
	loadMethods(): Promise<Methods>;
}

/** What to tell a person about a call that failed. */
export async function explainCall(
	error: unknown,
	call: FailedCall,
): Promise<unknown> {
	if (error instanceof XoConnectionError) {
		return new CliError("no-answer", error.message, { cause: error });
	}
	if (!(error instanceof XoError)) return error;
	if (error.code === METHOD_NOT_FOUND) return explainMethod(error, call);
	if (error.code === INVALID_PARAMETERS) return explainParams(error, call);
	return new CliError(`api:${error.code}`, error.message, {
		cause: error,
		details: [`code ${error.code}${describeData(error.data)}`],
		hint:
			error.code === LACKS_FEATURE
				? await toolsHint(call)
				: error.code === UNAUTHORIZED
					? "this account may not do that: ask an administrator"
					: undefined,
	});
}

async function toolsHint({
	method,
	params,
	loadMethods,
}: FailedCall): Promise<string> {
	const methods = await loadMethods().catch((): Methods => ({}));
	const known = Object.hasOwn(methods, method) ? methods[method]?.params : {};
	const canForce = known?.force !== undefined && params.force !== true;
	return canForce
		? "the guest cannot be asked, as a rule for lack of guest tools: force=true does without its consent"
		: "the guest cannot be asked, as a rule for lack of guest tools: install them in the VM";
}

async function explainMethod(
	error: XoError,
	{ method, loadMethods }: FailedCall,
): Promise<CliError> {
	const names = Object.keys(await loadMethods().catch(() => ({})));
	return new CliError("no-such-method", error.message, {
		cause: error,
		hint: didYouMean(method, names) ?? listingHint(method, names),
	});
}

function listingHint(method: string, names: readonly string[]): string {
	const namespace = method.split(".")[0] ?? "";
	return names.some((name) => name.startsWith(`${namespace}.`))
		? `\`xo-cli list-commands '${namespace}.*'\` lists the methods of ${namespace}`
		: "`xo-cli list-commands` lists the methods of this server";
}

async function explainParams(
	error: XoError,
	{ method, params, loadMethods }: FailedCall,
): Promise<CliError> {
	const problems = readProblems(error.data);
	const options = {
		cause: error,
		details: problems.map(
			({ path, message }) => `property @${path}: ${message}`,
		),
	};
	if (problems.length === 0)
		return new CliError("api:10", error.message, options);
	const methods = await loadMethods().catch((): Methods => ({}));
	const info = Object.hasOwn(methods, method) ? methods[method] : undefined;
	const hints = new Set(
		problems.flatMap((problem) => hintFor(problem, params, info) ?? []),
	);
	if (info !== undefined) hints.add(shortUsage(method, info));
	return new CliError("api:10", error.message, {
		...options,
		hint: [...hints].join("\n      ") || undefined,
	});
}

/** Some methods have more parameters than a person would read. */
function shortUsage(method: string, info: MethodInfo): string {
	const usage = describeUsage(method, info);
	return usage.length <= LONGEST_USAGE
		? `usage: ${usage}`
		: `\`xo-cli ${method} --help\` lists the parameters`;
}

interface Problem {
	/** `.disks.0`; empty for the parameters as a whole. */
	readonly path: string;
	readonly keyword: unknown;
	readonly details: Readonly<Record<string, unknown>>;
	readonly message: string;
}

function readProblems(data: unknown): Problem[] {
	const errors = isPlainObject(data) ? data.errors : undefined;
	if (!Array.isArray(errors)) return [];
	return errors.filter(isPlainObject).map((each) => {
		const { keyword } = each;
		const details = isPlainObject(each.params) ? each.params : {};
		const path = String(each.instancePath ?? "").replaceAll("/", ".");
		const { additionalProperty, missingProperty } = details;
		if (
			keyword === "additionalProperties" &&
			additionalProperty !== undefined
		) {
			const message = "is not known here";
			return {
				path: `${path}.${additionalProperty}`,
				keyword,
				details,
				message,
			};
		}
		if (keyword === "required" && missingProperty !== undefined) {
			const message = "is required";
			return { path: `${path}.${missingProperty}`, keyword, details, message };
		}
		const message =
			keyword === "pattern"
				? "is not in the expected form"
				: String(each.message ?? "invalid");
		return { path, keyword, details, message };
	});
}

function hintFor(
	{ path, keyword, details }: Problem,
	params: Readonly<Record<string, unknown>>,
	info: MethodInfo | undefined,
): string | undefined {
	if (keyword === "additionalProperties") {
		const name = String(details.additionalProperty);
		return didYouMean(name, Object.keys(info?.params ?? {}));
	}
	const name = path.slice(1);
	if (keyword === "pattern") {
		const about = Object.hasOwn(info?.params ?? {}, name)
			? info?.params[name]?.description
			: undefined;
		return about && `${name}: ${about}`;
	}
	if (keyword !== "type" || name.includes(".")) return undefined;
	if (typeof params[name] !== "string") return undefined;
	const types = [details.type].flat().map(String);
	const example = types.map((type) => EXAMPLES[type]).find(Boolean);
	return example && `use ${name}=${example(params[name])}`;
}

/** How to write a value that is not text. */
const EXAMPLES: Readonly<
	Record<string, ((text: string) => string) | undefined>
> = {
	number: numberExample,
	integer: numberExample,
	boolean: () => "true or false",
	array: () => `'json:["…"]'`,
	object: () => `'json:{"…": "…"}'`,
	null: () => "json:null",
};

function numberExample(text: string): string {
	return `json:${text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : 42}`;
}

/** Servers may hand out their stack traces, which help nobody here. */
function describeData(data: unknown): string {
	if (data === undefined || data === null) return "";
	const shown = isPlainObject(data)
		? Object.fromEntries(
				Object.entries(data).filter(([key]) => key !== "stack"),
			)
		: data;
	if (isPlainObject(shown) && Object.keys(shown).length === 0) return "";
	return `, ${JSON.stringify(shown)}`;
}
