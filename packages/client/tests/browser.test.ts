import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const packages = new URL("../../", import.meta.url);
const IMPORTS = /^(?:import|export)\s(?!type\s)(?:[^;]*?\sfrom\s)?"([^"]+)";/gm;

/** Every import that a bundler would follow from here, by file. */
function importsFrom(file: URL, seen = new Map<string, string[]>()) {
	if (seen.has(file.href)) return seen;
	const imports = [...readFileSync(file, "utf8").matchAll(IMPORTS)].map(
		([, from = ""]) => from,
	);
	seen.set(file.href, imports);
	for (const from of imports) {
		if (from.startsWith("./")) importsFrom(new URL(from, file), seen);
	}
	return seen;
}

// The contract holds the schemas, too heavy for a page: only its types count.
it.each([
	["client", ["@xo/std"]],
	["std", []],
])("%s needs nothing but the globals that a browser has", (name, allowed) => {
	const seen = importsFrom(new URL(`${name}/src/index.ts`, packages));
	expect(seen.size).toBeGreaterThan(4);
	const outside = [...seen.values()]
		.flat()
		.filter((from) => !from.startsWith("./"));
	expect([...new Set(outside)]).toEqual(allowed);
});
