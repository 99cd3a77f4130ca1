import { describeType, type Methods } from "../methods.ts";
import { formats } from "../output/format.ts";

export interface Candidate {
	readonly value: string;
	readonly description?: string;
}

/** What the words so far ask for. `objects`: ids of these types, to be put
 *  after `prefix`. */
export type Question =
	| { readonly kind: "candidates"; readonly candidates: readonly Candidate[] }
	| { readonly kind: "methods"; readonly commands: readonly string[] }
	| { readonly kind: "parameters"; readonly method: string }
	| {
			readonly kind: "objects";
			readonly type: string | undefined;
			readonly prefix: string;
	  }
	/** Those of this type, or of every type: as flags, or to compare with. */
	| {
			readonly kind: "properties";
			readonly type: string | undefined;
			readonly areFlags: boolean;
	  }
	| { readonly kind: "files" };

const VERBS = ["get", "post", "put", "patch", "del"];
const GLOBAL_OPTIONS = ["--url", "--allowUnauthorized", "--output", "--help"];
const COLLECTIONS = [
	...["pools", "hosts", "vms", "vm-templates", "vm-snapshots", "srs", "vdis"],
	...["vbds", "vifs", "networks", "pifs", "pbds", "messages", "alarms"],
	...["users", "groups", "servers", "tasks", "ping", "dashboard"],
];
/** Namespace or parameter to the type of object that its ids name. */
const OBJECT_TYPES: Readonly<Record<string, string>> = {
	vm: "VM",
	host: "host",
	pool: "pool",
	sr: "SR",
	vdi: "VDI",
	disk: "VDI",
	network: "network",
	vif: "VIF",
	vbd: "VBD",
	pif: "PIF",
	pbd: "PBD",
	template: "VM-template",
	message: "message",
};
const LISTED_TYPES = [
	...new Set([...Object.values(OBJECT_TYPES), "VM-snapshot", "VM-controller"]),
];

/** The last of `words` is being typed, and may be empty. */
export function whatNext(
	words: readonly string[],
	commands: readonly string[],
): Question {
	const current = words.at(-1) ?? "";
	const before = withoutOptions(words.slice(0, -1));
	const [command, ...rest] = before;
	if (command === undefined) {
		return current.startsWith("-")
			? plainly(GLOBAL_OPTIONS)
			: { kind: "methods", commands };
	}
	if (command === "rest") return restNext(rest, current);
	if (command === "completion") return plainly(["bash", "zsh", "fish"]);
	if (command === "list-commands") return { kind: "methods", commands: [] };
	if (command === "list-objects") return listingNext(rest, current);
	if (commands.includes(command)) return plainly([]);
	return parameterNext(command, current);
}

function parameterNext(method: string, current: string): Question {
	const cut = current.indexOf("=");
	if (cut === -1) return { kind: "parameters", method };
	const name = current.slice(0, cut);
	if (name === "@") return { kind: "files" };
	const key = name === "id" ? (method.split(".")[0] ?? "") : name;
	const type = OBJECT_TYPES[key];
	if (type === undefined && name !== "id") return plainly([]);
	return { kind: "objects", type, prefix: `${name}=` };
}

function restNext(rest: readonly string[], current: string): Question {
	const words = rest.filter((word) => word !== "--json");
	if (words.length === 0) return plainly([...VERBS, "--json"]);
	if (words.length === 1 && !current.startsWith("-")) {
		return plainly(COLLECTIONS);
	}
	if (words[0] === "get") {
		const names = ["fields=", "filter=", "limit=", "ndjson=true", "--output"];
		return plainly(names);
	}
	return { kind: "files" };
}

function listingNext(rest: readonly string[], current: string): Question {
	const [name = "", value] = current.split("=");
	if (value === undefined) {
		const type = rest.find((word) => word.startsWith("type="))?.slice(5);
		return { kind: "properties", type, areFlags: name.startsWith("-") };
	}
	const values: Readonly<Record<string, readonly string[]>> = {
		type: LISTED_TYPES,
		power_state: ["Running", "Halted", "Paused", "Suspended"],
		"--output": formats,
	};
	const known = Object.hasOwn(values, name) ? values[name] : [];
	return plainly((known ?? []).map((each) => `${name}=${each}`));
}

/** Words of `list-objects` for the properties of these names. */
export function propertyCandidates(
	names: Iterable<string>,
	areFlags: boolean,
): Candidate[] {
	const sorted = [...new Set(names)].sort();
	return areFlags
		? [...sorted.map((name) => `--${name}`), "--output="].map(toCandidate)
		: sorted.map((name) => `${name}=`).map(toCandidate);
}

function toCandidate(value: string): Candidate {
	return { value };
}

/** Methods and commands to choose from; commands first. */
export function methodCandidates(
	methods: Methods,
	commands: readonly string[],
): Candidate[] {
	return [
		...commands.map((value) => ({ value, description: "command" })),
		...Object.entries(methods).map(([value, { description = "" }]) => ({
			value,
			description,
		})),
	];
}

export function parameterCandidates(
	methods: Methods,
	method: string,
): Candidate[] {
	const info = Object.hasOwn(methods, method) ? methods[method] : undefined;
	return Object.entries(info?.params ?? {}).map(([name, param]) => ({
		value: `${name}=`,
		description: `${describeType(param)}${param.optional ? ", optional" : ""}`,
	}));
}

function plainly(values: readonly string[]): Question {
	return {
		kind: "candidates",
		candidates: values.map(toCandidate),
	};
}

/** Without the options that come before the command. */
function withoutOptions(words: readonly string[]): readonly string[] {
	let at = 0;
	while (words[at]?.startsWith("-")) {
		at += /^(?:-u|--url|-o|--output)$/.test(words[at] ?? "") ? 2 : 1;
	}
	return words.slice(at);
}
