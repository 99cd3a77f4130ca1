import { type Ref, XapiFailure } from "../../core/types.ts";
import type { StringMap } from "../record.ts";

/** Why an operation is not possible: XAPI's code and its parameters. Not an
 *  Error, because computing allowed operations makes many of them. */
export type Refusal = readonly [code: string, ...params: string[]];

/** @throws XapiFailure when there is a refusal */
export function raise(refusal: Refusal | undefined): void {
	if (refusal === undefined) return;
	const [code, ...params] = refusal;
	throw new XapiFailure(code, params);
}

/** The refusal that `OTHER_OPERATION_IN_PROGRESS` is: one operation stands
 *  alone, several stand in braces. */
export function busy(
	className: string,
	ref: Ref,
	operations: StringMap,
): Refusal {
	const entries = Object.entries(operations);
	const [first] = entries;
	const code = "OTHER_OPERATION_IN_PROGRESS";
	if (first !== undefined && entries.length === 1) {
		return [code, className, ref, first[1], first[0]];
	}
	return [
		code,
		className,
		ref,
		`{${entries.map(([, operation]) => operation).join(",")}}`,
		`{${entries.map(([task]) => task).join(",")}}`,
	];
}

export function isIdle(operations: StringMap): boolean {
	for (const _ in operations) return false;
	return true;
}
