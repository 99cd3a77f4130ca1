import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { parseCookies } from "../http/cookies.ts";
import { sendChunks } from "../rest/send-chunks.ts";

type Services = Pick<Context, "oneShotPaths" | "authentication" | "store">;

/** The one-shot paths handed out by JSON-RPC calls. */
export function registerDownloads(
	app: FastifyInstance,
	{ oneShotPaths, authentication, store }: Services,
): void {
	/** Who sends a cookie that is good. */
	function senderOf({ headers, ip }: FastifyRequest) {
		const token = parseCookies(headers.cookie).get("token");
		if (token === undefined) return undefined;
		try {
			return authentication.signInWithToken(token, ip).user;
		} catch {
			return undefined;
		}
	}

	for (const url of ["/api/:key", "/api/:key/:name"]) {
		app.get<{ Params: { key: string } }>(url, async (request, reply) => {
			const sender = senderOf(request);
			const download = oneShotPaths.take(request.params.key, sender);
			const user = download && store.users.find(download.userId);
			if (download === undefined || user === undefined) {
				return reply.code(404).send({
					error: "no such download: it was used already, or is too old",
				});
			}
			if (download.fileName !== undefined) {
				const name = encodeURIComponent(download.fileName);
				reply.header(
					"content-disposition",
					`attachment; filename*=UTF-8''${name}`,
				);
			}
			const gone = new AbortController();
			reply.raw.on("close", () => gone.abort(new Error("client gone")));
			await sendChunks(
				reply,
				download.contentType,
				download.chunks(user, gone.signal),
			);
			return reply;
		});
	}
}
