import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { XoClient } from "@xo/client";
import { isPlainObject } from "@xo/std";
import { writePrivately } from "./config.ts";

/** A parameter as the server's introspection describes it. */
export interface ParamInfo {
	readonly type?: unknown;
	readonly optional?: boolean | undefined;
	readonly enum?: readonly unknown[] | undefined;
	readonly anyOf?: unknown;
	readonly description?: string | undefined;
}

export interface MethodInfo {
	readonly description?: string | undefined;
	readonly params: Readonly<Record<string, ParamInfo>>;
}

export type Methods = Readonly<Record<string, MethodInfo>>;

const CACHE_MS = 24 * 3_600_000;

/** The methods of a server, from itself. */
export async function loadMethods(client: XoClient): Promise<Methods> {
	return parseMethods(await client.call("system.getMethodsInfo"));
}

export function parseMethods(answer: unknown): Methods {
	if (!isPlainObject(answer)) return {};
	return Object.fromEntries(
		Object.entries(answer)
			.filter(([, info]) => isPlainObject(info))
			.map(([name, info]) => [name, parseMethod(info)]),
	);
}

function parseMethod(info: unknown): MethodInfo {
	const { description, params } = isPlainObject(info) ? info : {};
	return {
		description: typeof description === "string" ? description : undefined,
		params: isPlainObject(params)
			? Object.fromEntries(
					Object.entries(params).map(([name, param]) => [
						name,
						isPlainObject(param) ? param : {},
					]),
				)
			: {},
	};
}

/** Type of a parameter in few words, or values to choose from. */
export function describeType({ type, anyOf, enum: values }: ParamInfo): string {
	if (Array.isArray(values)) return values.map(String).join("|");
	if (Array.isArray(type)) return type.map(String).join("|");
	if (Array.isArray(anyOf)) {
		return anyOf.filter(isPlainObject).map(describeType).join("|");
	}
	return typeof type === "string" ? type : "any";
}

/** `vm.start id=<string> [force=<boolean>]` */
export function describeUsage(name: string, { params }: MethodInfo): string {
	const words = Object.entries(params).map(([param, info]) => {
		const word = `${param}=<${describeType(info)}>`;
		return info.optional ? `[${word}]` : word;
	});
	return [name, ...words].join(" ");
}

function cacheFile(folder: string, url: string): string {
	const hash = createHash("sha256").update(url).digest("hex").slice(0, 16);
	return path.join(folder, `methods-${hash}.json`);
}

/** Keeps the methods of a server for completion; a cache may fail. */
export async function cacheMethods(
	folder: string,
	url: string,
	methods: Methods,
): Promise<void> {
	await writePrivately(cacheFile(folder, url), JSON.stringify(methods)).catch(
		() => {},
	);
}

export async function readCachedMethods(
	folder: string,
	url: string,
): Promise<Methods | undefined> {
	try {
		const file = cacheFile(folder, url);
		const { mtimeMs } = await stat(file);
		if (Date.now() - mtimeMs > CACHE_MS) return undefined;
		return parseMethods(JSON.parse(await readFile(file, "utf8")));
	} catch {
		return undefined;
	}
}
