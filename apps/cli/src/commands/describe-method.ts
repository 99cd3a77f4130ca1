import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import {
	cacheMethods,
	describeType,
	describeUsage,
	loadMethods,
} from "../methods.ts";
import type { Outcome } from "../output/format.ts";
import { sanitizeText } from "../output/sanitize.ts";
import { renderTable } from "../output/table.ts";
import { didYouMean } from "../suggest.ts";

/** Help of an API method, from the server. */
export async function describeMethod(
	context: Context,
	method: string,
): Promise<Outcome> {
	await using client = await context.connect();
	const methods = await loadMethods(client);
	await cacheMethods(
		context.cacheFolder,
		(await context.target()).url,
		methods,
	);
	const info = Object.hasOwn(methods, method) ? methods[method] : undefined;
	if (info === undefined) {
		throw new CliError("no-such-method", `method not found: ${method}`, {
			hint: didYouMean(method, Object.keys(methods)),
		});
	}
	const rows = Object.entries(info.params).map(([parameter, param]) => ({
		parameter,
		type: describeType(param),
		needed: param.optional ? "" : "required",
		description: param.description ?? "",
	}));
	const columns = ["parameter", "type", "needed", "description"];
	const sections = [
		`Usage: xo-cli ${sanitizeText(describeUsage(method, info))}`,
		...(info.description ? [sanitizeText(info.description)] : []),
		...(rows.length > 0 ? [renderTable(rows, { columns })] : []),
	];
	return { kind: "text", text: sections.join("\n\n") };
}
