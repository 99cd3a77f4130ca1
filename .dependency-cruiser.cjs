// May import: see docs/architecture.md. One table; whatever is not listed is
// refused. Tests may also import `testing`.
const MAY_IMPORT = {
	std: [],
	contract: ["std"],
	client: ["std", "contract"],
	filter: ["std", "contract"],
	rules: ["std", "contract"],
	ui: ["std"],
	"object-cache": ["std", "contract"],
	store: ["std", "contract"],
	"xapi-wire": ["std"],
	xapi: ["std", "contract", "xapi-wire"],
	"xapi-simulator": ["std", "xapi-wire", "disk"],
	inventory: ["std", "contract", "xapi"],
	server: [
		"std",
		"contract",
		"filter",
		"rules",
		"object-cache",
		"store",
		"xapi-wire",
		"xapi",
		"inventory",
	],
};
const APPS_MAY_IMPORT = {
	server: ["server", "std"],
	demo: ["server", "std"],
	cli: ["client", "contract", "filter", "std"],
	web: ["client", "contract", "filter", "rules", "ui", "std"],
};
const TEST_FILE = "(\\.test\\.tsx?|/tests/.*)$";
/** A stand-alone process of its own that tests and benches start by path. */
const PROCESS_FILE = "/src/cli/main\\.ts$";

function layerRule(folder, name, allowed) {
	const own = `^${folder}/${name}/`;
	const reachable = allowed.map((other) => `^packages/${other}/`);
	return {
		name: `${folder}-${name}-imports`,
		severity: "error",
		comment: `${folder}/${name} may import: ${allowed.join(", ") || "nothing"}`,
		from: { path: own, pathNot: [TEST_FILE] },
		to: {
			path: "^(packages|apps|plugins|bench|e2e|tools)/",
			pathNot: [own, "node_modules", ...reachable],
		},
	};
}

function testRule(folder, name, allowed) {
	const own = `^${folder}/${name}/`;
	const reachable = allowed.map((other) => `^packages/${other}/`);
	return {
		name: `${folder}-${name}-test-imports`,
		severity: "error",
		comment: "tests add `testing` to what their package may import",
		from: { path: `${own}.*${TEST_FILE}` },
		to: {
			path: "^(packages|apps|plugins|bench|e2e|tools)/",
			pathNot: [
				own,
				"node_modules",
				...reachable,
				"^packages/testing/",
				PROCESS_FILE,
			],
		},
	};
}

module.exports = {
	forbidden: [
		...Object.entries(MAY_IMPORT).flatMap(([name, allowed]) => [
			layerRule("packages", name, allowed),
			testRule("packages", name, allowed),
		]),
		...Object.entries(APPS_MAY_IMPORT).flatMap(([name, allowed]) => [
			layerRule("apps", name, allowed),
			testRule("apps", name, allowed),
		]),
		{
			name: "testing-imports-no-app",
			severity: "error",
			from: { path: "^packages/testing/" },
			to: { path: "^(apps|bench|e2e)/" },
		},
		{
			name: "no-cycles",
			severity: "error",
			from: {},
			to: { circular: true },
		},
		{
			name: "packages-by-name",
			severity: "error",
			comment: "another package is imported by its name, not by path",
			from: { path: "^(packages|apps)/([^/]+)/" },
			to: {
				path: "^(packages|apps)/",
				pathNot: ["^$1/$2/"],
				dependencyTypes: ["local"],
			},
		},
		{
			name: "xapi-on-demand",
			severity: "error",
			comment:
				"the transport is loaded at the first pool connection, not at start: import types, @xo/xapi/common, or await import()",
			from: { path: "^packages/server/src/", pathNot: [TEST_FILE] },
			to: {
				path: "^packages/xapi/src/index\\.ts$",
				dynamic: false,
				dependencyTypesNot: ["type-only"],
			},
		},
		{
			name: "no-unresolvable",
			severity: "error",
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default", "types"],
			extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".json"],
		},
		exclude: { path: "(^|/)(dist|generated)/" },
	},
};
