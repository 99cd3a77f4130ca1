import type { z } from "zod";
import type { ApiErrorName } from "./errors.ts";
import { lazily } from "./lazily.ts";
import type { ObjectType } from "./objects/index.ts";

/** Who may call: anyone, any signed-in user (object rules decide the rest),
 *  administrators. */
export type Access = "public" | "signed-in" | "admin";

/** Rights on an object, in the legacy ACL model. */
export type ObjectPermission = "view" | "operate" | "administrate";

/** An object named by a parameter: what it must be, and the right needed. */
export interface ObjectRule {
	/** Name of the parameter that holds the id; an absent one is skipped. */
	readonly param: string;
	/** Follows this link of the object that the parameter names: a template's
	 *  `$pool`. */
	readonly via?: "$pool";
	readonly types: readonly ObjectType[] | "any";
	readonly permission: ObjectPermission;
}

export type RestMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** How REST reaches an operation. */
export interface RestRoute {
	readonly method: RestMethod;
	/** Below `/rest/v0`, with `{id}` placeholders. */
	readonly path: string;
	/** `action`: answers 202 with a task unless `?sync=true`. */
	readonly kind: "action" | "direct";
	/** Status of the final answer; 204 has no body. */
	readonly status: 200 | 201 | 204;
	/** Schema of the JSON body; absent: no body is read. */
	readonly body?: () => z.ZodObject;
	/** Schema of the parameters in the URL; all else there is not looked at. */
	readonly query?: () => z.ZodObject;
	/** Narrower than the object rule: the type that the path names. */
	readonly objectType?: ObjectType;
	/** What an administrator grants for it: `vm` and `start`. */
	readonly privilege: { readonly resource: string; readonly action: string };
	/** The properties that a user may change of the own record; all else takes
	 *  an administrator. */
	readonly ownFields?: readonly string[];
	/** Makes the parameters from the path, the URL's query and the body; by
	 *  default all merged. */
	readonly toParams?: (input: RestInput) => Record<string, unknown>;
	/** Makes the body of the answer from the result; by default `{id}` of a
	 *  201 and the result itself of a 200. */
	readonly toBody?: (result: unknown) => unknown;
}

export interface RestInput {
	readonly path: Readonly<Record<string, string>>;
	readonly body: Readonly<Record<string, unknown>>;
	readonly query: Readonly<Record<string, unknown>>;
	readonly userId: string;
	/** Name of the live object that `{id}` of the path is about, for names
	 *  derived from it. */
	readonly objectName: string | undefined;
}

/** One operation: the single declaration behind JSON-RPC, REST, the typed
 *  client, the permission check and the reference documentation. */
export interface Operation<
	P extends z.ZodObject = z.ZodObject,
	R extends z.ZodType = z.ZodType,
> {
	readonly description: string;
	/** Schemas are made when they are first needed. */
	readonly params: () => P;
	readonly result: () => R;
	readonly access: Access;
	/** Every object that the parameters name, by the name that the handler
	 *  knows it by. */
	readonly objects: Readonly<Record<string, ObjectRule>>;
	/** `write` leaves a task row and an audit trail; `read` leaves none. */
	readonly effect: "read" | "write";
	/** Errors beyond those that any call can raise. */
	readonly errors: readonly ApiErrorName[];
	/** False: reachable by REST only. */
	readonly rpc?: false;
	readonly rest?: readonly RestRoute[];
}

/** Declares an operation; an undeclared parameter is refused at run time, a
 *  missing `access` or `objects` at compile time. */
export function defineOperation<P extends z.ZodObject, R extends z.ZodType>(
	operation: Operation<P, R>,
): Operation<P, R> {
	return {
		...operation,
		params: lazily(operation.params),
		result: lazily(operation.result),
		...(operation.rest && { rest: operation.rest.map(keepSchemas) }),
	};
}

function keepSchemas(route: RestRoute): RestRoute {
	const { body, query } = route;
	return {
		...route,
		...(body && { body: lazily(body) }),
		...(query && { query: lazily(query) }),
	};
}
