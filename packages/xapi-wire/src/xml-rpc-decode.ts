import { SaxesParser } from "saxes";
import { MAX_DEPTH, WireError } from "./wire-error.ts";
import type { WireValue } from "./wire-value.ts";

/** A request as it came; ints are still strings (see `coerceValue`). */
export interface XmlRpcRequest {
	readonly method: string;
	readonly params: readonly WireValue[];
}

/** Reads a `methodCall`.
 *  @throws WireError `MALFORMED`, `TOO_DEEP` */
export function decodeXmlRpcRequest(xml: string): XmlRpcRequest {
	const { root, method, values } = read(xml);
	if (root !== "methodCall" || method === undefined) {
		throw new WireError("MALFORMED", "XML-RPC: no methodCall with a name");
	}
	return { method, params: values };
}

/** Reads a `methodResponse`: gives its one value.
 *  @throws WireError `MALFORMED`, `TOO_DEEP`; also for a fault */
export function decodeXmlRpcReply(xml: string): WireValue {
	const { root, isFault, values } = read(xml);
	if (root !== "methodResponse") {
		throw new WireError("MALFORMED", "XML-RPC: no methodResponse");
	}
	if (isFault) {
		throw new WireError(
			"MALFORMED",
			`XML-RPC fault: ${JSON.stringify(values[0] ?? null).slice(0, 500)}`,
		);
	}
	return values[0] ?? "";
}

/** Reads a bare `<value>`, as `task.result` holds it.
 *  @throws WireError `MALFORMED`, `TOO_DEEP` */
export function decodeXmlRpcValue(xml: string): WireValue {
	const { root, values } = read(xml);
	const [value] = values;
	if (root !== "value" || value === undefined) {
		throw new WireError("MALFORMED", "XML-RPC: no value");
	}
	return value;
}

const SCALAR_TAGS = new Set([
	"string",
	"i4",
	"i8",
	"int",
	"double",
	"boolean",
	"dateTime.iso8601",
	"base64",
]);

/** What is being built: a struct, an array, or the top list of params. */
type Container =
	| { readonly kind: "list"; readonly items: WireValue[] }
	| {
			readonly kind: "struct";
			readonly entries: [string, WireValue][];
			name: string;
	  };

interface Document {
	root: string | undefined;
	method: string | undefined;
	isFault: boolean;
	readonly values: readonly WireValue[];
}

function read(xml: string): Document {
	const reader = new XmlRpcReader();
	const parser = new SaxesParser({ xmlns: false, position: false });
	parser.on("error", (error) => {
		throw new WireError("MALFORMED", `XML-RPC: ${error.message}`, error);
	});
	parser.on("doctype", () => {
		throw new WireError("MALFORMED", "XML-RPC: a DOCTYPE is not allowed");
	});
	parser.on("opentag", (tag) => reader.open(tag.name));
	parser.on("closetag", (tag) => reader.close(tag.name));
	parser.on("text", (text) => reader.addText(text));
	parser.on("cdata", (text) => reader.addText(text));
	parser.write(xml).close();
	return reader.document;
}

class XmlRpcReader {
	readonly #top: WireValue[] = [];
	readonly document: Document = {
		root: undefined,
		method: undefined,
		isFault: false,
		values: this.#top,
	};
	readonly #containers: Container[] = [{ kind: "list", items: this.#top }];
	/** Per open `<value>`: what its inner element gave, if any. */
	readonly #values: { inner: WireValue | undefined }[] = [];
	#text = "";

	open(name: string): void {
		this.document.root ??= name;
		this.#text = "";
		switch (name) {
			case "fault":
				this.document.isFault = true;
				break;
			case "value":
				if (this.#values.length >= MAX_DEPTH) {
					throw new WireError("TOO_DEEP", "XML-RPC: values nest too deep");
				}
				this.#values.push({ inner: undefined });
				break;
			case "array":
				this.#containers.push({ kind: "list", items: [] });
				break;
			case "struct":
				this.#containers.push({ kind: "struct", entries: [], name: "" });
		}
		if (this.#containers.length > MAX_DEPTH) {
			throw new WireError("TOO_DEEP", "XML-RPC: values nest too deep");
		}
	}

	addText(text: string): void {
		this.#text += text;
	}

	close(name: string): void {
		const text = this.#text;
		this.#text = "";
		const top = this.#containers.at(-1);
		switch (name) {
			case "methodName":
				this.document.method = text.trim();
				break;
			case "name":
				if (top?.kind === "struct") top.name = text;
				break;
			case "value": {
				const value = this.#values.pop();
				this.#add(value?.inner ?? text);
				break;
			}
			case "nil":
				this.#setInner(null);
				break;
			case "array":
			case "struct":
				this.#setInner(this.#closeContainer(name));
				break;
			default:
				if (SCALAR_TAGS.has(name)) this.#setInner(parseScalar(name, text));
		}
	}

	#closeContainer(name: string): WireValue {
		const container = this.#containers.pop();
		const isStruct = container?.kind === "struct";
		if (container === undefined || isStruct !== (name === "struct")) {
			throw new WireError("MALFORMED", `XML-RPC: unexpected </${name}>`);
		}
		return container.kind === "struct"
			? Object.fromEntries(container.entries)
			: container.items;
	}

	#setInner(value: WireValue): void {
		const open = this.#values.at(-1);
		if (open === undefined) {
			throw new WireError("MALFORMED", "XML-RPC: a type outside of a value");
		}
		// `<nil/>` gives null, which `??` in close() would take for no element.
		open.inner = value === null ? NIL : value;
	}

	#add(value: WireValue): void {
		const item = value === NIL ? null : value;
		const container = this.#containers.at(-1);
		if (container?.kind === "struct")
			container.entries.push([container.name, item]);
		else container?.items.push(item);
	}
}

const NIL: WireValue = Object.freeze({});

function parseScalar(tag: string, text: string): WireValue {
	switch (tag) {
		case "double":
			return parseDouble(text.trim());
		case "boolean": {
			const bit = text.trim();
			if (bit !== "0" && bit !== "1" && bit !== "true" && bit !== "false") {
				throw new WireError("MALFORMED", `XML-RPC: ${bit} is no boolean`);
			}
			return bit === "1" || bit === "true";
		}
		case "string":
		case "base64":
			return text;
		default:
			return text.trim();
	}
}

const SPECIAL_DOUBLES: Readonly<Record<string, number>> = {
	nan: Number.NaN,
	inf: Number.POSITIVE_INFINITY,
	"+inf": Number.POSITIVE_INFINITY,
	"-inf": Number.NEGATIVE_INFINITY,
	infinity: Number.POSITIVE_INFINITY,
	"-infinity": Number.NEGATIVE_INFINITY,
};

function parseDouble(text: string): number {
	const value = SPECIAL_DOUBLES[text.toLowerCase()] ?? Number(text);
	if (text === "" || (Number.isNaN(value) && !/^-?nan$/i.test(text))) {
		throw new WireError("MALFORMED", `XML-RPC: ${text} is no double`);
	}
	return value;
}
