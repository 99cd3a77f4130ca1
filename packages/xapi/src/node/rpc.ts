import { isPlainObject, messageOf } from "@xo/std";
import {
	coerceValue,
	decodeXmlRpcOutcome,
	encodeJsonRpcRequest,
	encodeXmlRpcRequest,
	type RpcOutcome,
	WireError,
	type WireValue,
} from "@xo/xapi-wire";
import { readJsonReply } from "../common/json-reply.ts";
import { JsonSplitter } from "../common/json-splitter.ts";
import { parseLenientJson } from "../common/lenient-json.ts";
import { findMessage } from "../common/signatures.ts";
import { XapiError } from "../common/xapi-error.ts";
import { type HttpBody, readBody, readText } from "./read-body.ts";
import type { HttpAnswer, Transport } from "./transport.ts";

/** Where a big container stands in a result, and who takes its members, a few
 *  at a time; the result itself then has it empty. Records of a listing may come
 *  as refs and records by turns: read them by `eachRecord`. */
export interface SplitResult {
	/** Keys from the result to the container. */
	readonly path: readonly string[];
	readonly onMembers: (members: unknown) => void;
}

export interface RpcRequest {
	readonly address: string;
	readonly method: string;
	/** With the session, where the method takes one. */
	readonly params: readonly WireValue[];
	readonly lane: "calls" | "events";
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
	readonly headers?: Readonly<Record<string, string>>;
	readonly split?: SplitResult | undefined;
}

export interface RpcReply {
	readonly outcome: RpcOutcome;
	readonly headers: HttpAnswer["headers"];
}

interface RpcAnswer extends Omit<HttpAnswer, "body"> {
	readonly body: HttpBody;
}

const NO_JSON_STATUSES = new Set([403, 404, 405, 500, 501]);

/** Most answers with events are shorter. */
const MAX_WHOLE_BYTES = 64 * 1024;

/** Calls over HTTP: JSON-RPC, or XML-RPC to hosts that do not have it. */
export class Rpc {
	readonly #transport: Transport;
	readonly #maxAnswerBytes: number;
	/** Per address, once known; forgotten when a session is opened anew. */
	readonly #hasJson = new Map<string, boolean>();
	#nextId = 1;

	constructor(transport: Transport, maxAnswerBytes: number) {
		this.#transport = transport;
		this.#maxAnswerBytes = maxAnswerBytes;
	}

	async send(request: RpcRequest): Promise<RpcReply> {
		const known = this.#hasJson.get(request.address);
		if (known !== false) {
			const reply = await this.#sendJson(request);
			this.#hasJson.set(request.address, reply !== undefined);
			if (reply !== undefined) return reply;
		}
		return this.#sendXml(request);
	}

	/** The host may have been upgraded since. */
	forget(address: string): void {
		this.#hasJson.delete(address);
	}

	/** @returns `undefined` when the host has no JSON-RPC. */
	async #sendJson(request: RpcRequest): Promise<RpcReply | undefined> {
		const { method, params } = request;
		const id = this.#nextId++;
		const answer = await this.#post(request, {
			path: "/jsonrpc",
			type: "application/json",
			body: encodeJsonRpcRequest({ id, method, params }),
		});
		const isJson = String(answer.headers["content-type"]).startsWith(
			"application/json",
		);
		if (answer.status === 200 ? !isJson : NO_JSON_STATUSES.has(answer.status)) {
			if (this.#hasJson.get(request.address) !== true) {
				discard(answer);
				return undefined;
			}
		}
		this.#requireOk(answer, "/jsonrpc");
		const { split } = request;
		if (split === undefined || isSmall(answer)) {
			const text = await readText(answer.body, this.#maxAnswerBytes);
			const outcome = readJsonReply(text);
			return {
				outcome:
					split !== undefined && "result" in outcome
						? { result: detach(outcome.result, split) }
						: outcome,
				headers: answer.headers,
			};
		}
		const outcome = readJsonReply(await this.#readSplit(answer, split));
		return { outcome, headers: answer.headers };
	}

	async #readSplit(answer: RpcAnswer, split: SplitResult): Promise<string> {
		const splitter = new JsonSplitter({
			path: ["result", ...split.path],
			onGroup: (text) => split.onMembers(parseLenientJson(text)),
		});
		await readBody(answer.body, this.#maxAnswerBytes, (chunk) =>
			splitter.push(chunk),
		);
		return splitter.finish();
	}

	async #sendXml(request: RpcRequest): Promise<RpcReply> {
		const { method, params } = request;
		const message = findMessage(method);
		const types = message?.params.map((param) => param.type) ?? [];
		const isSessionless = message === undefined || message.sessionless === true;
		const answer = await this.#post(request, {
			path: "/",
			type: "text/xml",
			body: encodeXmlRpcRequest(
				method,
				params,
				isSessionless ? types : ["string", ...types],
			),
		});
		this.#requireOk(answer, "/");
		const text = await readText(answer.body, this.#maxAnswerBytes);
		const outcome = decodeXml(text);
		if (!("result" in outcome)) return { outcome, headers: answer.headers };
		const result = coerceResult(method, outcome.result);
		const { split } = request;
		return {
			outcome: { result: split ? detach(result, split) : result },
			headers: answer.headers,
		};
	}

	#post(
		request: RpcRequest,
		{ path, type, body }: { path: string; type: string; body: string },
	): Promise<RpcAnswer> {
		const { lane, address, timeoutMs, signal } = request;
		const headers = { "content-type": type, accept: type, ...request.headers };
		const post = { address, path, headers, body, timeoutMs, signal };
		return lane === "events"
			? this.#transport.postForEvents(post)
			: this.#transport.send({ ...post, lane, method: "POST" });
	}

	#requireOk(answer: RpcAnswer, path: string): void {
		if (answer.status === 200) return;
		discard(answer);
		throw new XapiError("HTTP_ERROR", {
			params: [String(answer.status), path],
		});
	}
}

function discard({ body }: RpcAnswer): void {
	if (!(body instanceof Uint8Array)) body.destroy();
}

/** Parsing at once is cheaper than cutting, where it is short. */
function isSmall({ headers }: RpcAnswer): boolean {
	return Number(headers["content-length"] ?? Infinity) <= MAX_WHOLE_BYTES;
}

function decodeXml(text: string): RpcOutcome {
	try {
		return decodeXmlRpcOutcome(text);
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
		throw new XapiError("PROTOCOL_ERROR", { params: [messageOf(error)] });
	}
}

function coerceResult(method: string, result: WireValue): WireValue {
	if (method.startsWith("Async.")) return result;
	const type = findMessage(method)?.result;
	return type === undefined
		? result
		: coerceValue(type, result, { isStrict: false });
}

/** Hands the container at `path` over, as splitting would have. */
function detach(result: WireValue, split: SplitResult): WireValue {
	const [key, ...path] = split.path;
	if (key === undefined) {
		split.onMembers(result);
		return Array.isArray(result) ? [] : {};
	}
	if (!isPlainObject(result)) return result;
	const inner = (result[key] ?? null) as WireValue;
	const rest = result as Readonly<Record<string, WireValue>>;
	return { ...rest, [key]: detach(inner, { ...split, path }) };
}
