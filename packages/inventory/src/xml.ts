/** Attributes of an XML element. */
export type Attributes = Readonly<Record<string, string>>;

/** Content of an XML element: its text, or its children by name; a name that
 *  occurs several times gives a list. */
export type XmlContent = string | { [name: string]: XmlContent | XmlContent[] };

const ATTRIBUTE = /([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const TOKEN = /<(\/?)([A-Za-z_][\w.:-]*)([^<>]*)>|([^<]+)|<[^>]*>?/g;
const ENTITY = /&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,8});/g;
const MAX_CHARACTERS = 1024 * 1024;
const MAX_DEPTH = 32;

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", '"'],
	["apos", "'"],
]);

function unescapeXml(value: string): string {
	if (!value.includes("&")) return value;
	return value.replace(ENTITY, (entity, name: string) => {
		if (!name.startsWith("#")) return NAMED_ENTITIES.get(name) ?? entity;
		const code = Number(name.replace("#x", "0x").replace("#", ""));
		return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
	});
}

function readAttributes(source: string): Attributes {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
		if (name === undefined) continue;
		attributes[name] = unescapeXml(double ?? single ?? "");
	}
	return attributes;
}

/** The attributes of each element of that name, wherever it stands. Whatever
 *  is not well formed is skipped: these texts come from users' hands. */
export function attributesOf(xml: string, element: string): Attributes[] {
	if (xml.length > MAX_CHARACTERS) return [];
	const found: Attributes[] = [];
	for (const [, slash, name, rest = ""] of xml.matchAll(TOKEN)) {
		if (slash === "" && name === element) found.push(readAttributes(rest));
	}
	return found;
}

interface OpenElement {
	readonly name: string;
	readonly children: Record<string, XmlContent | XmlContent[]>;
	hasChildren: boolean;
	text: string;
}

function open(name: string): OpenElement {
	return { name, children: Object.create(null), hasChildren: false, text: "" };
}

function close(element: OpenElement, parent: OpenElement): void {
	const { name } = element;
	const content = element.hasChildren
		? { ...element.children }
		: unescapeXml(element.text.trim());
	const known = parent.children[name];
	if (known === undefined) parent.children[name] = content;
	else if (Array.isArray(known)) known.push(content);
	else parent.children[name] = [known, content];
	parent.hasChildren = true;
}

/** Content of the root element when it has that name, else undefined. */
export function contentOf(xml: string, root: string): XmlContent | undefined {
	if (xml.length > MAX_CHARACTERS) return undefined;
	const top = open("");
	const stack = [top];
	for (const [, slash, name, rest = "", text] of xml.matchAll(TOKEN)) {
		const current = stack.at(-1) ?? top;
		if (text !== undefined) {
			current.text += text;
		} else if (name === undefined) {
			// A declaration or comment.
		} else if (slash === "/") {
			if (stack.length === 1 || current.name !== name) return undefined;
			stack.pop();
			close(current, stack.at(-1) ?? top);
		} else if (rest.endsWith("/")) {
			close(open(name), current);
		} else {
			if (stack.length > MAX_DEPTH) return undefined;
			stack.push(open(name));
		}
	}
	if (stack.length > 1) return undefined;
	const content = top.children[root];
	return Array.isArray(content) ? content[0] : content;
}
