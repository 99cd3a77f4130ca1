import type { Context } from "../context.ts";
import {
	cacheMethods,
	describeUsage,
	type MethodInfo,
	parseMethods,
} from "../methods.ts";
import type { Format, Outcome } from "../output/format.ts";
import { sanitizeText } from "../output/sanitize.ts";
import { colour, plain } from "../output/style.ts";
import { wrapText } from "../output/wrap.ts";

/** The methods of the server whose names match one of the patterns, sorted. */
export async function listCommands(
	context: Context,
	{
		format = context.format,
		patterns,
	}: {
		readonly format: Format | undefined;
		readonly patterns: readonly string[];
	},
): Promise<Outcome> {
	await using client = await context.connect();
	const answer: Readonly<Record<string, unknown>> = await client.call(
		"system.getMethodsInfo",
	);
	const methods = parseMethods(answer);
	const { url } = await context.target();
	await cacheMethods(context.cacheFolder, url, methods);
	const found = await matching(Object.keys(methods), patterns);
	const entries = found.toSorted().map((name) => {
		const info: MethodInfo = methods[name] ?? { params: {} };
		return { name, info };
	});
	if (format === "json") {
		const value = Object.fromEntries(
			found.toSorted().map((n) => [n, answer[n]]),
		);
		return { kind: "value", value, format, plainly: "json" };
	}
	if (format !== undefined) {
		const value = entries.map(({ name, info }) => ({
			name,
			usage: describeUsage(name, info),
			description: info.description ?? "",
		}));
		return { kind: "value", value, format, plainly: "json" };
	}
	const paint = context.screen.hasColours ? colour : plain;
	const { width } = context.screen;
	const wrap = (line: string, indent: number) =>
		wrapText(sanitizeText(line), { width, indent });
	const text = entries.map(({ name, info }) => {
		const usage = wrap(describeUsage(name, info), 8);
		const title = paint("bold", name) + usage.slice(name.length);
		return info.description === undefined
			? title
			: `${title}\n    ${wrap(info.description, 4)}`;
	});
	return { kind: "text", text: text.join("\n\n") };
}

async function matching(
	names: readonly string[],
	patterns: readonly string[],
): Promise<string[]> {
	if (patterns.length === 0) return [...names];
	const { default: micromatch } = await import("micromatch");
	return micromatch([...names], [...patterns]);
}
