import type { FastifyReply } from "fastify";
import type { WebFile } from "./web-files.ts";

/** Where a page shows what went wrong. */
const MESSAGE_PLACE = "<!-- message -->";

/** Pages that the server fills in; `message` is never a user's text. */
export class Pages {
	readonly #files: ReadonlyMap<string, WebFile>;

	constructor(files: ReadonlyMap<string, WebFile>) {
		this.#files = files;
	}

	sendSignIn(reply: FastifyReply, message: string | undefined): FastifyReply {
		const html = this.#read("/signin.html").replace(
			MESSAGE_PLACE,
			message === undefined ? "" : `<p role="alert">${message}</p>`,
		);
		return send(reply, html);
	}

	sendSetup(reply: FastifyReply): FastifyReply {
		return send(reply, this.#read("/setup.html"));
	}

	sendNotFound(reply: FastifyReply): FastifyReply {
		return send(reply.code(404), this.#read("/not-found.html"));
	}

	#read(path: string): string {
		const file = this.#files.get(path);
		if (file === undefined) throw new TypeError(`no web file ${path}`);
		return file.body.toString();
	}
}

function send(reply: FastifyReply, html: string): FastifyReply {
	return reply
		.header("cache-control", "no-store")
		.type("text/html; charset=utf-8")
		.send(html);
}
