import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { Readable, type Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { isPlainObject, messageOf } from "@xo/std";
import type { Context } from "./context.ts";
import { CliError } from "./errors.ts";
import { request, requireSuccess } from "./http.ts";
import type { Outcome } from "./output/format.ts";
import { withProgress } from "./progress.ts";
import type { Target } from "./target.ts";

interface Transfer {
	readonly target: Target;
	/** On the server; it works once. */
	readonly path: string;
	/** `-` for standard output or input. */
	readonly file: string;
}

interface SaveOptions {
	/** `-` for standard output. */
	readonly file: string;
	/** As those of `fs.open`. */
	readonly flags?: string;
}

export async function download(
	context: Context,
	{ target, path, file }: Transfer,
): Promise<Outcome> {
	const response = await request(target, {
		method: "GET",
		url: transferUrl(target, path),
	});
	await requireSuccess(response);
	await saveBody(context, response, { file });
	return { kind: "none" };
}

/** Writes the body of an answer to a file. */
export async function saveBody(
	context: Context,
	response: IncomingMessage,
	{ file, flags = "w" }: SaveOptions,
): Promise<void> {
	const length = response.headers["content-length"];
	const source = withProgress(
		response,
		context,
		length === undefined ? undefined : Number(length),
	);
	if (file === "-") {
		await pipeline(source, context.process.stdout, { end: false });
		return;
	}
	const output: Writable = createWriteStream(file, { flags });
	try {
		await pipeline(source, output);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new CliError(
			code === "EEXIST" ? "file-exists" : "transfer-failed",
			code === "EEXIST"
				? `${file} exists already`
				: `${file} is not complete: ${messageOf(error)}`,
			{ cause: error },
		);
	}
}

export async function upload(
	context: Context,
	{ target, path, file }: Transfer,
): Promise<Outcome> {
	const { body, headers } = await openInput(context, file);
	const response = await request(target, {
		method: "POST",
		url: transferUrl(target, path),
		headers,
		body,
	});
	await requireSuccess(response);
	const answer = await text(response);
	const message = failureIn(answer);
	if (message !== undefined) throw new CliError("upload-failed", message);
	return { kind: "text", text: answer };
}

/** A file to send, with its length where it has one. */
export async function openInput(
	context: Context,
	file: string,
): Promise<{
	readonly body: Readable;
	readonly headers: Readonly<Record<string, string>>;
}> {
	if (file === "-") {
		const source = withProgress(context.process.stdin, context, undefined);
		return { body: Readable.from(source, { objectMode: false }), headers: {} };
	}
	let size: number | undefined;
	try {
		const stats = await stat(file);
		// A pipe or a device has no size of its own.
		if (stats.isFile()) size = stats.size;
	} catch (error) {
		throw new CliError("bad-file", `cannot read ${file}: ${messageOf(error)}`, {
			cause: error,
		});
	}
	const source = withProgress(createReadStream(file), context, size);
	return {
		body: Readable.from(source, { objectMode: false }),
		headers: size === undefined ? {} : { "content-length": String(size) },
	};
}

/** The path is the server's word: it must not lead elsewhere. */
function transferUrl({ url }: Target, path: string): URL {
	const address = new URL(path, url);
	if (address.origin !== new URL(url).origin) {
		throw new CliError("bad-answer", `the server points elsewhere: ${path}`);
	}
	return address;
}

/** Imports answer in the shape of JSON-RPC, with status 200 for failures. */
function failureIn(answer: string): string | undefined {
	try {
		const parsed: unknown = JSON.parse(answer);
		if (!isPlainObject(parsed) || !isPlainObject(parsed.error))
			return undefined;
		return String(parsed.error.message ?? "the upload failed");
	} catch {
		return undefined;
	}
}
