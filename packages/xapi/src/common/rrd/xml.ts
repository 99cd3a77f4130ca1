import { malformed } from "./malformed.ts";

const MAX_DEPTH = 16;

/** An element of the little XML that statistics use: elements and text, no
 *  attributes, CDATA or namespaces. */
export interface XmlElement {
	readonly name: string;
	readonly children: XmlElement[];
	text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w.-]+)\s*(\/?)>|([^<]+)|</g;

/** @throws XapiError `PROTOCOL_ERROR` where it is no such document. */
export function parseXml(text: string): XmlElement {
	const document: XmlElement = { name: "", children: [], text: "" };
	const open = [document];
	for (const [token, slash, name, selfClosing, content] of text.matchAll(
		TOKEN,
	)) {
		const parent = open.at(-1);
		if (parent === undefined) break;
		if (content !== undefined) {
			parent.text += content.includes("&") ? decodeEntities(content) : content;
		} else if (name === undefined) {
			if (token === "<") throw malformed("unexpected < in XML");
		} else if (slash === "/") {
			if (parent.name !== name) throw malformed(`unexpected </${name}>`);
			open.pop();
		} else {
			const element = { name, children: [], text: "" };
			parent.children.push(element);
			if (selfClosing !== "/") open.push(element);
			if (open.length > MAX_DEPTH) throw malformed("XML is nested too deep");
		}
	}
	const [root] = document.children;
	if (open.length !== 1 || root === undefined)
		throw malformed("incomplete XML");
	return root;
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
	return parent.children.filter((child) => child.name === name);
}

export function childOf(parent: XmlElement, name: string): XmlElement {
	const child = parent.children.find((candidate) => candidate.name === name);
	if (child !== undefined) return child;
	throw malformed(`<${name}> is missing in <${parent.name}>`);
}

export function textOf(parent: XmlElement, name: string): string {
	return childOf(parent, name).text.trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
};

function decodeEntities(text: string): string {
	return text.replaceAll(
		/&(\w+);/g,
		(entity, name: string) => ENTITIES[name] ?? entity,
	);
}
