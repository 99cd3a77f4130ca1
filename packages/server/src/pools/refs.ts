import type { XoObject } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref, XapiAsyncMethod, XapiMethods } from "@xo/xapi-wire";

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

/** The same, as a task of the pool. */
export async function callAsyncByName(
	xapi: Xapi,
	call: {
		readonly method: string;
		readonly params: readonly unknown[];
		readonly signal: AbortSignal;
		readonly onProgress?: (progress: number) => void;
	},
): Promise<unknown> {
	const { method, params, ...options } = call;
	return await xapi.callAsync(
		method as XapiAsyncMethod,
		params as XapiMethods[XapiAsyncMethod]["params"],
		options,
	);
}
