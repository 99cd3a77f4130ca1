import {
	ApiError,
	noSuchObject,
	type Operation,
	type OperationName,
	operations,
	unauthorized,
	type XoObject,
} from "@xo/contract";
import { StoreError } from "@xo/store";
import { XapiError } from "@xo/xapi/common";
import type { PermissionEngine } from "../permissions/permission-engine.ts";
import type { TaskService } from "../tasks/task-service.ts";
import type { Caller } from "./caller.ts";
import type { FailureLog } from "./failure-log.ts";
import type { Call, Handlers } from "./handlers.ts";
import { toServiceError } from "./map-store-error.ts";
import { toApiError } from "./map-xapi-error.ts";
import { normaliseParams } from "./normalise-params.ts";
import { redact } from "./redact.ts";
import { parseParams } from "./validation.ts";

export interface DispatcherDependencies {
	readonly handlers: Handlers;
	readonly permissions: PermissionEngine;
	readonly tasks: TaskService;
	readonly failures: FailureLog;
	readonly findObject: (id: string) => XoObject | undefined;
}

/** A call that has passed every check and only needs to run. */
export interface PreparedCall {
	readonly name: OperationName;
	readonly operation: Operation;
	readonly params: Readonly<Record<string, unknown>>;
	readonly objects: Readonly<Record<string, XoObject | undefined>>;
	readonly caller: Caller;
}

export interface RunOptions {
	readonly signal: AbortSignal;
	readonly task?: Call["task"];
}

type AnyHandler = (call: unknown) => unknown;

/** The one way in for every operation, whatever the front: known, allowed,
 *  valid, existing, permitted, in this order, then run. */
export class Dispatcher {
	readonly #dependencies: DispatcherDependencies;

	constructor(dependencies: DispatcherDependencies) {
		this.#dependencies = dependencies;
	}

	/** @throws ApiError */
	prepare(name: string, input: unknown, caller: Caller): PreparedCall {
		const operation = findOperation(name);
		if (operation === undefined) {
			throw methodNotFound(name);
		}
		checkAccess(operation, caller);
		const params = parseParams(
			operation.params(),
			normaliseParams(name, operation, input),
		);
		return {
			name: name as OperationName,
			operation,
			params,
			objects: this.#resolveObjects(operation, params, caller),
			caller,
		};
	}

	/** Runs a prepared call; one that writes is a task, whose row is kept only
	 *  when it fails. */
	async run(prepared: PreparedCall, options: RunOptions): Promise<unknown> {
		const startedAt = performance.now();
		try {
			return (await this.#start(prepared, options)) ?? true;
		} catch (cause) {
			const error = toCallerError(cause, prepared.objects);
			if (isWorthLogging(prepared, error)) {
				this.#dependencies.failures.note({
					method: prepared.name,
					params: this.redactedParams(prepared),
					user: prepared.caller.user,
					durationMs: Math.round(performance.now() - startedAt),
					error,
				});
			}
			throw error;
		}
	}

	/** The result, or a promise of it: a quick read costs no turn of the loop. */
	#start(prepared: PreparedCall, { task, signal }: RunOptions): unknown {
		const handler = this.#dependencies.handlers[prepared.name] as AnyHandler;
		const { params, objects, caller, operation } = prepared;
		if (operation.effect === "read" || task !== undefined) {
			return handler({ params, objects, caller, task, signal });
		}
		return this.#dependencies.tasks.run(
			{
				name: `API call: ${prepared.name}`,
				type: "api.call",
				userId: caller.user?.id,
				method: prepared.name,
				params: this.redactedParams(prepared),
				signal,
				isForgottenOnSuccess: true,
			},
			async (own) => {
				try {
					const call = { params, objects, caller, task: own };
					return await handler({ ...call, signal: own.signal });
				} catch (error) {
					throw toCallerError(error, objects);
				}
			},
		);
	}

	redactedParams(prepared: PreparedCall): unknown {
		return redact(prepared.operation.params(), prepared.params);
	}

	/** What the caller may not even see is not there: the answer does not tell
	 *  that it exists, nor its type. */
	#findVisible(id: string, caller: Caller): XoObject | undefined {
		const { findObject, permissions } = this.#dependencies;
		const object = findObject(id);
		if (object === undefined || caller.isAdmin) return object;
		const isVisible = permissions.isAllowed(caller.user, object, "view");
		return isVisible ? object : undefined;
	}

	#follow(
		object: XoObject | undefined,
		link: "$pool" | undefined,
	): XoObject | undefined {
		return object === undefined || link === undefined
			? object
			: this.#dependencies.findObject(object[link]);
	}

	#resolveObjects(
		operation: Operation,
		params: Readonly<Record<string, unknown>>,
		caller: Caller,
	): Record<string, XoObject | undefined> {
		const found: Record<string, XoObject | undefined> = {};
		for (const [key, rule] of Object.entries(operation.objects)) {
			const id = params[rule.param];
			if (typeof id !== "string") continue;
			const named = this.#findVisible(id, caller);
			const object = this.#follow(named, rule.via);
			const isExpected =
				object !== undefined &&
				(rule.types === "any" || rule.types.includes(object.type));
			if (!isExpected) {
				throw noSuchObject(
					id,
					rule.types === "any" ? "object" : rule.types.join("|"),
				);
			}
			found[key] = object;
		}
		for (const [key, rule] of Object.entries(operation.objects)) {
			const object = found[key];
			if (object === undefined || caller.isAdmin) continue;
			const { permissions } = this.#dependencies;
			if (!permissions.isAllowed(caller.user, object, rule.permission)) {
				throw unauthorized(rule.permission, {
					id: object.id,
					type: object.type,
				});
			}
		}
		return found;
	}
}

/** Errors of a pool and of the database leave here as errors of ours. */
function toCallerError(
	error: unknown,
	objects: PreparedCall["objects"],
): unknown {
	if (error instanceof StoreError) return toServiceError(error);
	if (!(error instanceof XapiError)) return error;
	const known = Object.values(objects);
	return toApiError(
		error,
		known.filter((object) => object !== undefined),
	);
}

export function methodNotFound(name: string): ApiError {
	return new ApiError("methodNotFound", {
		message: `method not found: ${name}`,
		data: name,
	});
}

export function findOperation(name: string): Operation | undefined {
	return Object.hasOwn(operations, name)
		? operations[name as OperationName]
		: undefined;
}

/** A failed read says all to its caller; a failed write or sign-in is for the
 *  administrator too. A sign-in with nothing is a page that asks whether its
 *  browser has a session. */
function isWorthLogging(call: PreparedCall, error: unknown): boolean {
	if (error instanceof ApiError && error.kind === "invalidCredentials") {
		return Object.keys(call.params).length > 0;
	}
	return call.operation.effect === "write";
}

function checkAccess({ access }: Operation, caller: Caller): void {
	if (access === "public") return;
	if (caller.user === undefined) throw unauthorized(undefined);
	if (access === "admin" && !caller.isAdmin) throw unauthorized("admin");
}
