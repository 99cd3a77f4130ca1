import type { FastifyReply, FastifyRequest } from "fastify";
import { sendFile } from "./send-file.ts";
import type { WebFiles } from "./web-files.ts";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Xen Orchestra</title>
<p>The web interface is not built: run <code>npm run build</code>.</p>
</html>
`;

/** The one document of the interface, which shows the page of its address by
 *  itself. */
export class Pages {
	readonly #files: WebFiles;

	constructor(files: WebFiles) {
		this.#files = files;
	}

	send(request: FastifyRequest, reply: FastifyReply): FastifyReply {
		const document = this.#files.get("/index.html");
		if (document === undefined) {
			return reply
				.code(503)
				.header("cache-control", "no-store")
				.type("text/html; charset=utf-8")
				.send(NOT_BUILT);
		}
		return sendFile(request, reply, document);
	}
}
