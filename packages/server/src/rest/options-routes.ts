import type { FastifyInstance } from "fastify";

/** Notes the methods of every route made from now on; to call once all are
 *  there, for the answers to OPTIONS. One route answers for all: a route for
 *  each path would be a third of them, and of the time that they take to make. */
export function collectMethods(app: FastifyInstance): () => void {
	const methodsOf = new Map<string, Set<string>>();
	app.addHook("onRoute", ({ url, method }) => {
		const methods = methodsOf.get(url) ?? new Set();
		for (const name of [method].flat()) methods.add(name);
		if (methods.has("GET")) methods.add("HEAD");
		methodsOf.set(url, methods);
	});
	return () => {
		app.options("/*", (request, reply) => {
			const path = request.url.split("?")[0]?.replace(/\/$/, "") ?? "";
			const routes = [...methodsOf].filter(([route]) => isAt(route, path));
			if (routes.length === 0) return reply.callNotFound();
			const methods = new Set(routes.flatMap(([, names]) => [...names]));
			const allow = [...methods].sort().join(",");
			return reply.header("allow", allow).type("text/plain").send(allow);
		});
	};
}

/** Whether `/vms/:id` stands for `/vms/1234`. */
function isAt(route: string, path: string): boolean {
	const parts = path.split("/");
	const wanted = route.replace(/\/$/, "").split("/");
	return (
		parts.length === wanted.length &&
		wanted.every((part, i) => part.startsWith(":") || part === parts[i])
	);
}
