import type { FastifyInstance } from "fastify";

/** Notes the methods of every route made from now on; to call once all are
 *  there, for the answers to OPTIONS. */
export function collectMethods(app: FastifyInstance): () => void {
	const methodsOf = new Map<string, Set<string>>();
	app.addHook("onRoute", ({ url, method }) => {
		const path = url.slice(app.prefix.length);
		const methods = methodsOf.get(path) ?? new Set();
		for (const name of [method].flat()) methods.add(name);
		methodsOf.set(path, methods);
	});
	return () => {
		for (const [path, methods] of [...methodsOf]) {
			if (methods.has("OPTIONS")) continue;
			const allow = [...methods].sort().join(",");
			app.options(path, (_, reply) =>
				reply.header("allow", allow).type("text/plain").send(allow),
			);
		}
	};
}
