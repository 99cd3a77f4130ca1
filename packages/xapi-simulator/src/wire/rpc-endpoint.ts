import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf } from "@xo/std";
import {
	decodeJsonRpcRequest,
	decodeXmlRpcRequest,
	encodeJsonRpcFailure,
	encodeJsonRpcSuccess,
	encodeXmlRpcFailure,
	encodeXmlRpcReply,
	encodeXmlRpcSuccess,
	type WireValue,
} from "@xo/xapi-wire";
import type { Dispatcher } from "../core/dispatcher.ts";
import { failureOf } from "../core/failure.ts";
import type { Reply } from "../core/reply.ts";
import { type Ref, XapiFailure } from "../core/types.ts";
import type { Faults } from "./faults.ts";
import { sendHtmlError } from "./html-error.ts";

const MAX_BODY_BYTES = 300 * 1024;
const XML_PATHS = new Set(["/", "/RPC2", "/xmlrpc", "/json"]);
const JSON_PATH = "/jsonrpc";
const THUMBPRINT_REQUEST = "x-xenapi-request-host-certificate-thumbprint";
const THUMBPRINT_RESPONSE = "x-xenapi-response-host-certificate-thumbprint";

/** What RPC needs to know of the host that is called. */
export interface RpcHost {
	readonly ref: Ref;
	readonly dispatcher: Dispatcher;
	readonly faults: Faults;
	/** Fingerprint of the master's certificate, by algorithm. */
	masterThumbprint(algorithm: "sha-1" | "sha-256"): string;
}

export function isRpcPath(path: string): boolean {
	return path === JSON_PATH || XML_PATHS.has(path);
}

/** A request in either encoding, and how its answers are written. */
interface Exchange {
	readonly method: string;
	readonly params: readonly WireValue[];
	readonly contentType: string;
	succeed(reply: Reply): string;
	fail(error: readonly string[]): string;
}

function readJson(body: string): Exchange {
	const request = decodeJsonRpcRequest(body);
	return {
		method: request.method,
		params: request.params,
		contentType: "application/json",
		succeed: (reply) => encodeJsonRpcSuccess(request, reply.json()),
		fail: (error) => encodeJsonRpcFailure(request, error),
	};
}

function readXml(body: string): Exchange {
	return {
		...decodeXmlRpcRequest(body),
		contentType: "text/xml",
		succeed: (reply) =>
			reply.isBare
				? encodeXmlRpcReply(reply.xml())
				: encodeXmlRpcSuccess(reply.xml()),
		fail: encodeXmlRpcFailure,
	};
}

/** Answers one RPC request. */
export async function handleRpc(
	host: RpcHost,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	let exchange: Exchange;
	let isValidText: boolean;
	try {
		const body = await readBody(request);
		const text = body.toString("utf8");
		isValidText = Buffer.byteLength(text) === body.length;
		const path = request.url?.split("?")[0];
		exchange = path === JSON_PATH ? readJson(text) : readXml(text);
	} catch (error) {
		sendHtmlError(response, 500, { detail: messageOf(error) });
		return;
	}
	const headers: Record<string, string> = {};
	let answer: string;
	try {
		if (!isValidText) {
			throw new XapiFailure("INVALID_VALUE", [
				"Invalid UTF-8 string in parameter",
				JSON.stringify(exchange.params),
			]);
		}
		if (host.faults.hasCallFaults) {
			const isDelivered = await host.faults.beforeCall(exchange.method);
			if (!isDelivered) {
				request.socket.destroy();
				return;
			}
		}
		const reply = await host.dispatcher.call({
			method: exchange.method,
			params: exchange.params,
			host: host.ref,
			parentTask: headerOf(request, "subtask-of"),
		});
		answer = exchange.succeed(reply);
	} catch (error) {
		const failure = failureOf(error);
		if (failure.code === "HOST_IS_SLAVE") {
			Object.assign(headers, thumbprintOf(host, request));
		}
		answer = exchange.fail([failure.code, ...failure.params]);
	}
	send(request, response, {
		body: Buffer.from(answer),
		headers: { ...headers, "Content-Type": exchange.contentType },
	});
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
	const value = request.headers[name];
	return typeof value === "string" && value !== "" ? value : undefined;
}

function thumbprintOf(
	host: RpcHost,
	request: IncomingMessage,
): Record<string, string> {
	const [algorithm] = headerOf(request, THUMBPRINT_REQUEST)?.split(":") ?? [];
	return algorithm === "sha-1" || algorithm === "sha-256"
		? { [THUMBPRINT_RESPONSE]: host.masterThumbprint(algorithm) }
		: {};
}

/** @throws Error without a length, or beyond the limit */
async function readBody(request: IncomingMessage): Promise<Buffer> {
	const length = Number(request.headers["content-length"] ?? Number.NaN);
	if (Number.isNaN(length)) throw new Error("Content-Length is missing");
	if (length > MAX_BODY_BYTES) throw new Error("body too large");
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function send(
	request: IncomingMessage,
	response: ServerResponse,
	{
		body,
		headers,
	}: { body: Buffer; headers: Readonly<Record<string, string>> },
): void {
	const isClosing =
		request.httpVersion === "1.0" || request.headers.connection === "close";
	response.writeHead(200, "OK", {
		...headers,
		Connection: isClosing ? "close" : "keep-alive",
		"Cache-Control": "no-cache, no-store",
		"Access-Control-Allow-Origin": "*",
		"Access-Control-Allow-Headers": "X-Requested-With",
		"Content-Length": body.length,
	});
	response.end(body);
}
