import type { Ref, XapiMethods } from "@xo/xapi-wire";

/** Refs are taken as plain strings, for clients store them as such, and the
 *  records of constructors in part. */
type Accepted<T> = T extends Ref
	? string
	: T extends readonly Ref[]
		? readonly string[]
		: T extends { readonly uuid: string }
			? Readonly<Record<string, unknown>>
			: T;

type AcceptedParams<P extends unknown[]> = {
	[I in keyof P]: Accepted<P[I]>;
};

/** Parameters of a method, without the session. A name that is known only at
 *  run time takes anything; a literal that names no method takes nothing. */
export type ParamsOf<M extends string> = M extends keyof XapiMethods
	? AcceptedParams<XapiMethods[M]["params"]>
	: string extends M
		? readonly unknown[]
		: never;

export type ResultOf<M extends string> = M extends keyof XapiMethods
	? XapiMethods[M]["result"]
	: unknown;
