import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createOpenApi, type OpenApiSource } from "./open-api.ts";
import type { RouteDeclarations } from "./route-table.ts";

const ASSETS: Readonly<Record<string, string>> = {
	"swagger-ui.css": "text/css; charset=utf-8",
	"swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Xen Orchestra REST API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/rest/v0/docs/swagger-ui.css">
<div id="api"></div>
<script src="/rest/v0/docs/swagger-ui-bundle.js"></script>
<script src="/rest/v0/docs/start.js"></script>
</html>
`;

const START = `SwaggerUIBundle({ url: "/rest/v0/docs/swagger.json", dom_id: "#api", deepLinking: true, docExpansion: "none" });
`;

/** Beside the bundle in a build, in the package when run from source. */
function assetFolder(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const built = path.join(here, "swagger-ui");
	return existsSync(built)
		? built
		: path.resolve(here, "../../../../node_modules/swagger-ui-dist");
}

/** The OpenAPI document and a page to try it. */
export function registerDocs(
	routes: RouteDeclarations,
	source: OpenApiSource,
): void {
	let document: string | undefined;
	routes.get("/docs/swagger.json", (_, reply) => {
		document ??= JSON.stringify(createOpenApi(source));
		return reply.type("application/json; charset=utf-8").send(document);
	});
	routes.get("/docs", (_, reply) =>
		reply.type("text/html; charset=utf-8").send(PAGE),
	);
	routes.get("/docs/start.js", (_, reply) =>
		reply.type("text/javascript; charset=utf-8").send(START),
	);
	for (const [name, type] of Object.entries(ASSETS)) {
		routes.get(`/docs/${name}`, (_, reply) =>
			reply.type(type).send(readFileSync(path.join(assetFolder(), name))),
		);
	}
}
