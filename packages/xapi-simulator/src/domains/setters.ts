import type { FieldValue, HandlerTable, Ref } from "../core/types.ts";
import { XapiFailure } from "../core/types.ts";
import { map, without } from "./record.ts";

/** Setters that XAPI declares as messages of their own but that only write
 *  their field. */
export function plainSetters(
	className: string,
	fields: readonly string[],
): HandlerTable {
	return Object.fromEntries(
		fields.map((field) => [
			`${className}.set_${field}`,
			({ db }, ref: Ref, value: FieldValue) => {
				db.update(className, ref, { [field]: value });
				return undefined;
			},
		]),
	);
}

/** `set_`, `add_to_` and `remove_from_` of a map; `changed` follows a write. */
export function mapSetters(
	className: string,
	field: string,
	changed: (
		context: Parameters<HandlerTable[string]>[0],
		ref: Ref,
	) => void = () => {},
): HandlerTable {
	return {
		[`${className}.set_${field}`]: (context, ref: Ref, value: FieldValue) => {
			context.db.update(className, ref, { [field]: value });
			changed(context, ref);
			return undefined;
		},
		[`${className}.add_to_${field}`]: (
			context,
			...[ref, key, value]: [Ref, string, string]
		) => {
			const entries = map(context.db.get(className, ref), field);
			if (Object.hasOwn(entries, key)) {
				throw new XapiFailure("MAP_DUPLICATE_KEY", [
					className,
					field,
					ref,
					key,
				]);
			}
			const changedEntries = { ...entries, [key]: value };
			context.db.update(className, ref, { [field]: changedEntries });
			changed(context, ref);
			return undefined;
		},
		[`${className}.remove_from_${field}`]: (context, ref: Ref, key: string) => {
			const entries = map(context.db.get(className, ref), field);
			context.db.update(className, ref, { [field]: without(entries, key) });
			changed(context, ref);
			return undefined;
		},
	};
}
