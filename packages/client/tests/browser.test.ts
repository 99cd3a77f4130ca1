import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const packages = new URL("../../", import.meta.url).pathname;
const sources = ["client", "std"].flatMap((name) =>
	globSync(`${packages}${name}/src/**/*.ts`).filter(
		(file) => !file.endsWith(".test.ts"),
	),
);

// The contract holds the schemas, too heavy for a page: only its types count.
it("needs nothing but the globals that a browser has", () => {
	expect(sources.length).toBeGreaterThan(10);
	const imports = sources.flatMap((file) =>
		[
			...readFileSync(file, "utf8").matchAll(
				/^(import|export)\s(?:[^;]*?from )?"([^"]+)"/gm,
			),
		]
			.filter(([text]) => !/^(import|export) type /.test(text))
			.map(([, , from]) => from),
	);
	expect(imports).toContain("@xo/std");
	expect(imports.filter((from) => !from?.startsWith("./"))).toEqual(
		imports.filter((from) => from === "@xo/std"),
	);
});
