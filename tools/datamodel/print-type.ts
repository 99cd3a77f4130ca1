import {
	parseXapiType,
	type XapiType,
} from "../../packages/xapi-wire/src/xapi-type.ts";

/** `VM_guest_metrics` to `VmGuestMetrics`, `SR` to `Sr`, `VMPP` to `Vmpp`. */
export function pascalCase(name: string): string {
	return name
		.split(/[_ ]/)
		.map((word) =>
			/^[A-Z0-9]+s?$/.test(word)
				? word.slice(0, 1) + word.slice(1).toLowerCase()
				: word.slice(0, 1).toUpperCase() + word.slice(1),
		)
		.join("");
}

/** The TypeScript type of a datamodel type. */
export function printType(text: string): string {
	return print(parseXapiType(text));
}

function print(type: XapiType): string {
	switch (type.kind) {
		case "int":
		case "float":
			return "number";
		case "bool":
			return "boolean";
		case "datetime":
			return "string";
		case "event batch":
			return "EventBatch";
		case "enum":
			return `T.${pascalCase(type.name)}`;
		case "ref":
			return `Ref<${JSON.stringify(type.className)}>`;
		case "record":
			return type.className === "event"
				? "EventRecord"
				: `T.${pascalCase(type.className)}Record`;
		case "set":
			return `readonly ${wrap(type.item)}[]`;
		case "option":
			return `${print(type.item)} | null`;
		case "map":
			return `Readonly<Record<string, ${print(type.value)}>>`;
		default:
			return type.kind;
	}
}

function wrap(type: XapiType): string {
	const text = print(type);
	return type.kind === "set" || type.kind === "option" ? `(${text})` : text;
}
