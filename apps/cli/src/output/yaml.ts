import { Document, Scalar, visit } from "yaml";
import { isUnsafe, sanitizeJson } from "./sanitize.ts";

/** YAML of a value without any raw control character: text that has some is in
 *  double quotes, where they can be written. */
export function toYaml(value: unknown): string {
	const document = new Document(value, { aliasDuplicateObjects: false });
	visit(document, {
		Scalar(_key, node) {
			if (typeof node.value === "string" && isUnsafe(node.value)) {
				node.type = Scalar.QUOTE_DOUBLE;
			}
		},
	});
	return sanitizeJson(document.toString({ lineWidth: 0 }));
}
