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
import { wrapText } from "../output/wrap.ts";
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
	const { width } = context.screen;
	const wrap = (line: string, indent: number) =>
		wrapText(sanitizeText(line), { width, indent });
	const sections = [
		wrap(`Usage: xo-cli ${describeUsage(method, info)}`, 8),
		...(info.description ? [wrap(info.description, 0)] : []),
		...(rows.length > 0 ? [renderTable(rows, { columns, width })] : []),
	];
	return { kind: "text", text: sections.join("\n\n") };
}
