import { readFileSync } from "node:fs";
import { isPlainObject } from "@xo/std";
import {
	datamodel,
	decodeXmlRpcOutcome,
	decodeXmlRpcRequest,
} from "@xo/xapi-wire";
import { parse } from "yaml";

type Fields = Record<string, unknown>;
export type Rows = Record<string, Record<string, Fields>>;

/** One recorded call. */
export interface Interaction {
	readonly method: string;
	/** The request as it was sent. */
	readonly body: string;
	/** Without the session. */
	readonly args: readonly unknown[];
	/** The recorded session, "" where the call has none. */
	readonly session: string;
	readonly result: unknown;
}

/** Reads a VCR recording of XML-RPC traffic. */
export function readCassette(file: string): Interaction[] {
	const recording = parse(readFileSync(file, "utf8")) as {
		http_interactions: {
			request: { body: { string: string } };
			response: { body: { string: string } };
		}[];
	};
	return recording.http_interactions.map(({ request, response }) => {
		const body = request.body.string;
		const { method, params } = decodeXmlRpcRequest(body);
		const isSignIn = method === "session.login_with_password";
		const outcome = decodeXmlRpcOutcome(response.body.string);
		if (!("result" in outcome))
			throw new Error(`${method} failed when recorded`);
		return {
			method,
			body,
			args: isSignIn ? params : params.slice(1),
			session: isSignIn ? "" : String(params[0]),
			result: outcome.result,
		};
	});
}

/** The rows that must have been there when the recording began: what was read
 *  but not made in it, and whatever those rows name. */
export function initialRows(interactions: readonly Interaction[]): Rows {
	const rows: Rows = {};
	const made = new Set<unknown>();
	for (const { method, args, result } of interactions) {
		const [className = "", message] = method.split(".");
		switch (message) {
			case "create":
				made.add(result);
				break;
			case "clone":
				made.add(result);
				addCloned(rows, interactions, {
					source: String(args[0]),
					clone: String(result),
				});
				break;
			case "get_record":
				if (made.has(args[0])) break;
				add(rows, className, {
					ref: String(args[0]),
					fields: result as Fields,
				});
				break;
			case "get_all_records":
				for (const [ref, fields] of Object.entries(result as Rows[string])) {
					add(rows, className, { ref, fields });
				}
				break;
			case "get_by_name_label":
				for (const ref of result as string[]) {
					add(rows, className, { ref, fields: { name_label: args[0] } });
				}
				break;
		}
	}
	addOtherEnds(rows);
	const [host = "OpaqueRef:host"] = Object.keys(rows.host ?? {});
	for (const [ref, pbd] of Object.entries(rows.PBD ?? {})) {
		const fields = { host: pbd.host ?? host, currently_attached: true };
		add(rows, "PBD", { ref, fields });
	}
	return rows;
}

function add(
	rows: Rows,
	className: string,
	{ ref, fields }: { ref: string; fields: Fields },
): void {
	const table = rows[className] ?? {};
	rows[className] = table;
	table[ref] = { ...table[ref], ...fields };
}

/** The source of a clone was not read: it is as the clone, by another name. */
function addCloned(
	rows: Rows,
	interactions: readonly Interaction[],
	{ source, clone }: { source: string; clone: string },
): void {
	const record = interactions.find(
		({ method, args }) => method === "VM.get_record" && args[0] === clone,
	)?.result as Fields;
	const renamed = (refs: unknown) =>
		(refs as string[]).map((ref) => `${ref}-source`);
	add(rows, "VM", {
		ref: source,
		fields: {
			...record,
			name_label: "source",
			VBDs: renamed(record.VBDs),
			VIFs: renamed(record.VIFs),
		},
	});
	add(rows, "VM_metrics", { ref: String(record.metrics), fields: {} });
}

/** Rows that only the computed ends of others tell of. */
function addOtherEnds(rows: Rows): void {
	for (const [stored, computed] of datamodel.relations) {
		const [source = "", field = ""] = stored.split(".");
		const [target = "", end = ""] = computed.split(".");
		for (const [owner, record] of Object.entries(rows[target] ?? {})) {
			if (!Array.isArray(record[end])) continue;
			for (const ref of record[end]) {
				if (rows[source]?.[ref]?.[field] !== undefined) continue;
				add(rows, source, { ref, fields: { [field]: owner } });
			}
		}
	}
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATE = /^\d{8}T\d\d:\d\d:\d\dZ$/;
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/;
const GENERATION_ID = /^-?\d{5,}:-?\d{5,}$/;

/** A value without what differs from run to run. */
export function normalise(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(normalise).sort();
	if (isPlainObject(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, item]) => [
				key.startsWith("OpaqueRef:") ? "a ref" : key,
				normalise(item),
			]),
		);
	}
	if (typeof value !== "string") return value;
	if (value === "OpaqueRef:NULL" || value === "") return "none";
	if (value.startsWith("OpaqueRef:")) return "a ref";
	if (UUID.test(value)) return "a uuid";
	if (DATE.test(value)) return "a date";
	if (MAC.test(value)) return "a MAC";
	if (GENERATION_ID.test(value)) return "a generation id";
	return value;
}
