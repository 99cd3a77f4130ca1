import { ApiError } from "@xo/contract";
import type { FastifyRequest } from "fastify";
import { isSameOrigin } from "./same-origin.ts";

/** Refuses what a page of another site made the browser send. Programs send
 *  neither of these headers.
 *  @throws ApiError `forbiddenOperation` */
export function requireOwnOrigin({ method, headers }: FastifyRequest): void {
	const { origin, "sec-fetch-site": site } = headers;
	if (origin === undefined && (site === undefined || site === "none")) return;
	if (isSameOrigin(headers)) return;
	if (origin === undefined && site === "same-origin") return;
	throw new ApiError("forbiddenOperation", {
		message: "this request comes from another site",
		data: { operation: method, reason: "foreign origin" },
	});
}
