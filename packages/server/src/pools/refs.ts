import type { XoObject } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref, XapiAsyncMethod, XapiMethods } from "@xo/xapi-wire";
import type { Call } from "../api/handlers.ts";

/** The XAPI reference of an object. The class is known by the object's type,
 *  which the dispatcher checked. */
export function xapiRefOf<C extends string>(
	object: XoObject,
	_className: C,
): Ref<C> {
	return object._xapiRef as Ref<C>;
}

/** A call whose method is put together at run time. */
export async function callByName(
	xapi: Xapi,
	method: string,
	params: readonly unknown[],
): Promise<unknown> {
	const call = xapi.call.bind(xapi) as (
		method: string,
		...params: readonly unknown[]
	) => Promise<unknown>;
	return await call(method, ...params);
}

/** The same as a task of the pool: an abort cancels it, and its progress is
 *  that of our task, if there is one. */
export async function runAsync(
	on: {
		readonly xapi: Xapi;
		readonly signal: AbortSignal;
		readonly task?: Call["task"];
	},
	method: string,
	params: readonly unknown[],
): Promise<string> {
	const result: unknown = await on.xapi.callAsync(
		method as XapiAsyncMethod,
		params as XapiMethods[XapiAsyncMethod]["params"],
		{
			signal: on.signal,
			onProgress: (progress) => on.task?.setProgress(progress),
		},
	);
	return String(result ?? "");
}
