import { isPlainObject } from "@xo/std";
import type { Context } from "../context.ts";
import {
	cacheMethods,
	loadMethods,
	type Methods,
	readCachedMethods,
} from "../methods.ts";
import type { Outcome } from "../output/format.ts";
import { sanitizeLine } from "../output/sanitize.ts";
import { truncate } from "../output/width.ts";
import {
	type Candidate,
	methodCandidates,
	parameterCandidates,
	propertyCandidates,
	type Question,
	whatNext,
} from "./candidates.ts";

/** A person waits with a finger on the key. */
const PATIENCE_MS = 2_000;
const MOST_OBJECTS = 500;
const LONGEST_DESCRIPTION = 70;
/** The shell may run what it inserts: nothing that it would interpret. */
const SAFE_VALUE = /^[\w@%+:,./=-]+$/;

/** Candidates for the last word, one a line; silent on any failure. */
export async function complete(
	context: Context,
	{
		shell,
		words,
		commands,
	}: {
		readonly shell: string;
		readonly words: readonly string[];
		/** Names of the commands of this program. */
		readonly commands: readonly string[];
	},
): Promise<Outcome> {
	const whole = shell === "bash" ? joinSplitWords(words) : words;
	const current = whole.at(-1) ?? "";
	const candidates = await answer(context, whatNext(whole, commands)).catch(
		(): Candidate[] => [],
	);
	const lines = candidates
		.filter(({ value }) => value.startsWith(current) && SAFE_VALUE.test(value))
		.map((candidate) => toLine(shell, candidate, current));
	return lines.length === 0
		? { kind: "none" }
		: { kind: "text", text: lines.join("\n") };
}

async function answer(
	context: Context,
	question: Question,
): Promise<readonly Candidate[]> {
	switch (question.kind) {
		case "candidates":
			return question.candidates;
		case "properties":
			return findProperties(question.type, question.areFlags);
		case "files":
			return [];
		case "methods": {
			const methods = await findMethods(context).catch(() => ({}));
			return methodCandidates(methods, question.commands);
		}
		case "parameters":
			return parameterCandidates(await findMethods(context), question.method);
		case "objects":
			return findObjects(context, question.type, question.prefix);
	}
}

async function findMethods(context: Context): Promise<Methods> {
	const { url } = await context.target();
	const cached = await readCachedMethods(context.cacheFolder, url);
	if (cached !== undefined) return cached;
	return await inTime(async () => {
		await using client = await context.connect();
		const methods = await loadMethods(client);
		await cacheMethods(context.cacheFolder, url, methods);
		return methods;
	});
}

async function findProperties(
	type: string | undefined,
	areFlags: boolean,
): Promise<Candidate[]> {
	const { objectSchemas, objectTypes } = await import("@xo/contract");
	const wanted = objectTypes.filter((each) => each === type);
	const types = wanted.length > 0 ? wanted : objectTypes;
	const names = types.flatMap((each) =>
		Object.keys(objectSchemas[each]().shape),
	);
	return propertyCandidates(names, areFlags);
}

async function findObjects(
	context: Context,
	type: string | undefined,
	prefix: string,
): Promise<Candidate[]> {
	const objects = await inTime(async () => {
		await using client = await context.connect();
		return await client.call("xo.getAllObjects", {
			limit: MOST_OBJECTS,
			...(type === undefined ? {} : { filter: { type } }),
		});
	});
	return Object.entries(objects).map(([id, object]) => ({
		value: `${prefix}${id}`,
		description:
			isPlainObject(object) && typeof object.name_label === "string"
				? object.name_label
				: "",
	}));
}

/** Ends the process rather than the wait: nothing else is under way. */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
	const timer = setTimeout(() => process.exit(0), PATIENCE_MS);
	try {
		return await work();
	} finally {
		clearTimeout(timer);
	}
}

/** bash cuts words at `=` and `:`; they are put together again. */
export function joinSplitWords(words: readonly string[]): string[] {
	const joined: string[] = [];
	let isOpen = false;
	for (const word of words) {
		const isBreak = /^[=:]+$/.test(word);
		const last = joined.at(-1);
		if (last !== undefined && (isBreak || isOpen)) {
			joined[joined.length - 1] = last + word;
		} else {
			joined.push(word);
		}
		isOpen = isBreak;
	}
	return joined;
}

/** bash replaces only what follows the last break. */
function toLine(
	shell: string,
	{ value, description = "" }: Candidate,
	current: string,
): string {
	if (shell === "bash") {
		const cut = Math.max(current.lastIndexOf("="), current.lastIndexOf(":"));
		return value.slice(cut + 1);
	}
	const text = truncate(sanitizeLine(description), LONGEST_DESCRIPTION);
	return text === "" ? value : `${value}\t${text}`;
}
