import type { XoClient } from "@xo/client";
import { isPlainObject } from "@xo/std";
import { parseMethodArguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { explainCall } from "../explain-error.ts";
import { cacheMethods, loadMethods } from "../methods.ts";
import { takeFormat } from "../output/choose-format.ts";
import type { Outcome } from "../output/format.ts";
import type { Target } from "../target.ts";

/** Calls an API method, and follows its answer where that is a place to
 *  download from or to upload to. */
export async function callMethod(
	context: Context,
	method: string,
	args: readonly string[],
): Promise<Outcome> {
	const { format = context.format, rest } = takeFormat(args);
	const { params, file } = parseMethodArguments(rest);
	const target = await context.target();
	const result = await call({ context, target, method, params });
	const transfer = readTransfer(result);
	if (transfer !== undefined) {
		const { download, upload } = await import("../transfer.ts");
		if (file === undefined) {
			throw new CliError("bad-argument", `${method} needs a file`, {
				hint: `add @=<file>, or @=- for standard ${transfer.direction === "get" ? "output" : "input"}`,
			});
		}
		const move = transfer.direction === "get" ? download : upload;
		return move(context, { target, path: transfer.path, file });
	}
	return {
		kind: "value",
		value: result,
		plainly: "inspect",
		format,
		exitCode:
			format === undefined && Number.isInteger(result)
				? Number(result)
				: undefined,
	};
}

async function call({
	context,
	target,
	method,
	params,
}: {
	readonly context: Context;
	readonly target: Target;
	readonly method: string;
	readonly params: Record<string, unknown>;
}): Promise<unknown> {
	await using client: XoClient = await context.connect();
	try {
		return await client.call(method, params);
	} catch (error) {
		throw await explainCall(error, {
			method,
			params,
			async loadMethods() {
				const methods = await loadMethods(client);
				await cacheMethods(context.cacheFolder, target.url, methods);
				return methods;
			},
		});
	}
}

function readTransfer(
	result: unknown,
): { readonly direction: "get" | "send"; readonly path: string } | undefined {
	if (!isPlainObject(result) || Object.keys(result).length !== 1) {
		return undefined;
	}
	const { $getFrom, $sendTo } = result;
	if (typeof $getFrom === "string") return { direction: "get", path: $getFrom };
	if (typeof $sendTo === "string") return { direction: "send", path: $sendTo };
	return undefined;
}
