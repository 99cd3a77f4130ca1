import type { Message } from "../../packages/xapi-wire/src/message.ts";
import { type Facts, toMessage } from "./compact.ts";
import { pascalCase, printType } from "./print-type.ts";

const HEADER = `// Written by tools/generate-datamodel.ts.
import type { EventBatch, EventRecord } from "../event-types.ts";
import type { Ref } from "../ref.ts";
import type * as T from "./records.ts";
`;
const RESERVED = new Set(["class", "import", "export", "interface", "public"]);

/** `XapiMethods`: wire name to parameters (without the session) and result. */
export function printMethods(facts: Facts): string {
	const methods: string[] = [];
	const asyncNames: string[] = [];
	for (const { name: className, messages } of facts.classes) {
		for (const message of messages.map(toMessage)) {
			if (message.removed) continue;
			const name = `${className}.${message.name}`;
			if (message.async) asyncNames.push(name);
			methods.push(
				`\t"${name}": { params: [${printParams(className, message)}]; result: ${printType(message.result)} };\n`,
			);
		}
	}
	return `${HEADER}\nexport interface XapiMethods {\n${methods.join(
		"",
	)}}\n\nexport type XapiAsyncMethod =\n\t| ${asyncNames
		.map((name) => JSON.stringify(name))
		.join("\n\t| ")};\n`;
}

function printParams(className: string, message: Message): string {
	if (message.kind === "constructor") {
		return `args: Partial<T.${pascalCase(className)}Record>`;
	}
	return message.params
		.map((param) => {
			const name = RESERVED.has(param.name) ? `${param.name}_` : param.name;
			return `${name}${param.optional ? "?" : ""}: ${printType(param.type)}`;
		})
		.join(", ");
}
