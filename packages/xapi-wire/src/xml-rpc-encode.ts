import { datamodel } from "./datamodel.ts";
import type { WireValue } from "./wire-value.ts";
import { parseXapiType, type XapiType } from "./xapi-type.ts";

const SPECIAL = /[&<>"]/g;
const SPECIAL_TEST = /[&<>"]/;
const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeText(text: string): string {
	const clean = text.replace(NOT_XML, "");
	return SPECIAL_TEST.test(clean)
		? clean.replace(SPECIAL, (character) => ENTITIES[character] ?? character)
		: clean;
}

function formatDouble(value: number): string {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	return String(Number(value.toPrecision(16)));
}

/** A `<value>` as XAPI writes it: strings and ints without a tag. */
export function encodeXmlRpcValue(type: string, value: unknown): string {
	return encode(parseXapiType(type), value as WireValue);
}

function encode(type: XapiType, value: WireValue | undefined): string {
	if (value === undefined || value === null) {
		return type.kind === "option" ? "<value><nil/></value>" : "<value></value>";
	}
	switch (type.kind) {
		case "void":
			return "<value></value>";
		case "float":
			return `<value><double>${formatDouble(Number(value))}</double></value>`;
		case "bool":
			return `<value><boolean>${value ? 1 : 0}</boolean></value>`;
		case "datetime":
			return `<value><dateTime.iso8601>${escapeText(String(value))}</dateTime.iso8601></value>`;
		case "set":
			return encodeArray(
				(value as WireValue[]).map((item) => encode(type.item, item)),
			);
		case "option":
			return encode(type.item, value);
		case "map":
			return encodeStruct(value, () => type.value);
		case "record": {
			return encodeRecord(type.className, value);
		}
		case "event batch":
			return encodePlainXmlRpcValue(value);
		default:
			return `<value>${escapeText(String(value))}</value>`;
	}
}

function encodeArray(items: readonly string[]): string {
	return `<value><array><data>${items.join("")}</data></array></value>`;
}

function encodeStruct(
	value: WireValue,
	typeOf: (name: string) => XapiType,
): string {
	let members = "";
	for (const [name, item] of Object.entries(value as object)) {
		members += `<member><name>${escapeText(name)}</name>${encode(typeOf(name), item)}</member>`;
	}
	return `<value><struct>${members}</struct></value>`;
}

function encodeRecord(className: string, value: WireValue): string {
	const fields = datamodel.classes.get(className)?.fields ?? [];
	const record = value as Readonly<Record<string, WireValue>>;
	let members = "";
	for (const field of fields) {
		if (field.internal || !(field.name in record)) continue;
		members += `<member><name>${field.name}</name>${encode(parseXapiType(field.type), record[field.name])}</member>`;
	}
	return `<value><struct>${members}</struct></value>`;
}

/** A `<value>` of which no type is known: whole numbers go as text, since
 *  XAPI takes ints so; pass an array of one number for a float. */
export function encodePlainXmlRpcValue(value: WireValue): string {
	switch (typeof value) {
		case "boolean":
			return `<value><boolean>${value ? 1 : 0}</boolean></value>`;
		case "number":
			return Number.isInteger(value)
				? `<value>${value}</value>`
				: `<value><double>${formatDouble(value)}</double></value>`;
		case "string":
			return `<value>${escapeText(value)}</value>`;
	}
	if (value === null) return "<value><nil/></value>";
	if (Array.isArray(value)) {
		return encodeArray(value.map(encodePlainXmlRpcValue));
	}
	let members = "";
	for (const [name, item] of Object.entries(value)) {
		members += `<member><name>${escapeText(name)}</name>${encodePlainXmlRpcValue(item)}</member>`;
	}
	return `<value><struct>${members}</struct></value>`;
}

/** A request; params of which a type is known are written by it, so that
 *  `60` goes as a double where a float is due. */
export function encodeXmlRpcRequest(
	method: string,
	params: readonly WireValue[],
	types: readonly (string | undefined)[] = [],
): string {
	const encoded = params.map((param, index) => {
		const type = types[index];
		const value =
			type === undefined
				? encodePlainXmlRpcValue(param)
				: encodeXmlRpcValue(type, param);
		return `<param>${value}</param>`;
	});
	return `<?xml version="1.0"?><methodCall><methodName>${escapeText(method)}</methodName><params>${encoded.join("")}</params></methodCall>`;
}

/** A reply: `value` is an encoded `<value>`. */
export function encodeXmlRpcSuccess(value: string): string {
	return encodeXmlRpcReply(
		`<value><struct><member><name>Status</name><value>Success</value></member><member><name>Value</name>${value}</member></struct></value>`,
	);
}

/** A reply that fails with XAPI's code and parameters. */
export function encodeXmlRpcFailure(error: readonly string[]): string {
	return encodeXmlRpcReply(
		`<value><struct><member><name>Status</name><value>Failure</value></member><member><name>ErrorDescription</name>${encodePlainXmlRpcValue(error)}</member></struct></value>`,
	);
}

/** A reply without the Status struct (`system.listMethods`). */
export function encodeXmlRpcReply(value: string): string {
	return `<?xml version="1.0"?><methodResponse><params><param>${value}</param></params></methodResponse>`;
}
