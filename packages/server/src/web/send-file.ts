import type { FastifyReply, FastifyRequest } from "fastify";
import type { WebFile } from "./web-files.ts";

const A_YEAR_S = 31_536_000;

/** Sends a file as the browser can take it, unless it has it already. */
export function sendFile(
	request: FastifyRequest,
	reply: FastifyReply,
	file: WebFile,
): FastifyReply {
	const { content } = file;
	if (content === undefined) {
		reply.callNotFound();
		return reply;
	}
	reply
		.header("etag", content.etag)
		.header("vary", "accept-encoding")
		.header(
			"cache-control",
			file.isImmutable ? `public, max-age=${A_YEAR_S}, immutable` : "no-cache",
		);
	if (request.headers["if-none-match"] === content.etag) {
		return reply.code(304).send();
	}
	reply.type(file.type);
	const accepted = acceptedEncodings(request.headers["accept-encoding"]);
	for (const [encoding, body] of content.encodings) {
		if (accepted.has(encoding)) {
			return reply.header("content-encoding", encoding).send(body);
		}
	}
	return reply.send(content.body);
}

/** Names without those that are ruled out by `q=0`. */
function acceptedEncodings(header: string | undefined): ReadonlySet<string> {
	const names = new Set<string>();
	for (const part of (header ?? "").slice(0, 200).split(",")) {
		const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
		const isRefused = parameters.some((each) => /^\s*q=0(\.0*)?$/.test(each));
		if (!isRefused) names.add(name.trim());
	}
	return names;
}
