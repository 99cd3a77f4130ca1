/** A type of the datamodel, parsed from its text (`(string -> VM ref set) map`). */
export type XapiType =
	| {
			readonly kind:
				| "void"
				| "string"
				| "int"
				| "float"
				| "bool"
				| "datetime"
				| "event batch";
	  }
	| { readonly kind: "enum"; readonly name: string }
	| { readonly kind: "ref"; readonly className: string }
	| { readonly kind: "record"; readonly className: string }
	| { readonly kind: "set"; readonly item: XapiType }
	| { readonly kind: "option"; readonly item: XapiType }
	| { readonly kind: "map"; readonly key: XapiType; readonly value: XapiType };

const SCALARS: Readonly<Record<string, XapiType>> = {
	void: { kind: "void" },
	string: { kind: "string" },
	"secret string": { kind: "string" },
	int: { kind: "int" },
	float: { kind: "float" },
	bool: { kind: "bool" },
	datetime: { kind: "datetime" },
	"event batch": { kind: "event batch" },
};

const parsed = new Map<string, XapiType>(Object.entries(SCALARS));

/** The parsed form of a type's text; equal texts give the same object.
 *  @throws TypeError on a text that is no type of the datamodel */
export function parseXapiType(text: string): XapiType {
	let type = parsed.get(text);
	if (type === undefined) {
		type = parseCompound(text);
		parsed.set(text, type);
	}
	return type;
}

function parseCompound(text: string): XapiType {
	const [, body, suffix] =
		/^(.*) (set|map|option|ref|record)$/.exec(text) ?? [];
	if (body !== undefined) {
		switch (suffix) {
			case "set":
			case "option":
				return { kind: suffix, item: parseXapiType(body) };
			case "ref":
			case "record":
				return { kind: suffix, className: body };
			case "map":
				return parseMap(text, body);
		}
	}
	const [, enumName] = /^enum (\w+)$/.exec(text) ?? [];
	if (enumName !== undefined) return { kind: "enum", name: enumName };
	throw new TypeError(`not a type of the datamodel: ${text}`);
}

function parseMap(text: string, body: string): XapiType {
	const arrow = body.indexOf(" -> ");
	if (!body.startsWith("(") || !body.endsWith(")") || arrow < 0) {
		throw new TypeError(`not a type of the datamodel: ${text}`);
	}
	return {
		kind: "map",
		key: parseXapiType(body.slice(1, arrow)),
		value: parseXapiType(body.slice(arrow + 4, -1)),
	};
}
