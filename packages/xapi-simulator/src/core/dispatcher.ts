import { isPlainObject } from "@xo/std";
import {
	type ClassModel,
	coerceValue,
	datamodel,
	type Message,
	type WireValue,
} from "@xo/xapi-wire";
import { assertAccess } from "./access.ts";
import type {
	CoreContext,
	CoreHandlerTable,
	CorePool,
	CoreResult,
} from "./core-handler.ts";
import { eventMessages } from "./event-messages.ts";
import { failureOf } from "./failure.ts";
import { assertReachable } from "./forwarding.ts";
import { findGenericHandler } from "./generic-messages.ts";
import { linkSignals } from "./linked-signal.ts";
import { PreparedReply, type Reply, replyOf } from "./reply.ts";
import { roleDatabase } from "./role-table.ts";
import { sessionMessages } from "./session-messages.ts";
import type { Session } from "./sessions.ts";
import { taskMessages } from "./task-messages.ts";
import {
	type CallContext,
	type FieldValue,
	type HandlerTable,
	type Ref,
	XapiFailure,
} from "./types.ts";

/** A call as the wire delivers it. */
export interface RpcCall {
	/** `VM.start`, `VM_start`, `Async.VM.start` */
	readonly method: string;
	/** The session first, where there is one. */
	readonly params: readonly WireValue[];
	/** Ref of the host that was called. */
	readonly host: Ref;
	/** Task that a new task becomes part of. */
	readonly parentTask?: Ref | undefined;
}

interface Target {
	readonly model: ClassModel;
	readonly message: Message;
}

const targets = new Map<string, Target>();
for (const model of datamodel.classes.values()) {
	for (const message of model.messages) {
		targets.set(`${model.name}.${message.name}`, { model, message });
	}
}
const namesByUnderscore = new Map(
	[...targets.keys()].map((name) => [name.replace(".", "_"), name]),
);
const ASYNC = /^(?:Internal)?Async\./;
const CORE_MESSAGES: CoreHandlerTable = {
	...sessionMessages,
	...taskMessages,
	...eventMessages,
};

/** Routes calls to handlers, after the checks that every call has. */
export class Dispatcher {
	readonly #pool: CorePool;
	readonly #handlers: CoreHandlerTable;

	/** @param domainHandlers go before what the datamodel gives for free */
	constructor(pool: CorePool, domainHandlers: HandlerTable) {
		this.#pool = pool;
		this.#handlers = {
			...CORE_MESSAGES,
			...(domainHandlers as CoreHandlerTable),
		};
	}

	/** Whether something more than NOT_IMPLEMENTED answers the message. */
	isImplemented(method: string): boolean {
		const target = targets.get(method);
		return (
			target !== undefined &&
			(method in this.#handlers ||
				findGenericHandler(target.model.name, target.message) !== undefined)
		);
	}

	/** @throws XapiFailure */
	async call(call: RpcCall): Promise<Reply> {
		try {
			return await this.#call(call);
		} catch (error) {
			throw failureOf(error);
		}
	}

	/** @throws XapiFailure */
	async invoke(
		context: CallContext,
		method: string,
		args: readonly unknown[],
	): Promise<FieldValue | undefined> {
		const target = targets.get(method);
		if (target === undefined) {
			throw new XapiFailure("MESSAGE_METHOD_UNKNOWN", [method]);
		}
		assertCount(method, target.message, args.length);
		const result = await this.#run(
			this.#contextOf(context),
			target,
			coerceArguments(target, args as readonly WireValue[]),
		);
		return plainValue(result);
	}

	#call(call: RpcCall): Promise<Reply> | Reply {
		const { method, params } = call;
		if (method.startsWith("system.")) return systemCall(method, params);
		const isAsync = ASYNC.test(method);
		const name = method.replace(ASYNC, "");
		const target =
			targets.get(name) ??
			(isAsync ? undefined : targets.get(namesByUnderscore.get(name) ?? ""));
		if (target === undefined) {
			throw new XapiFailure("MESSAGE_METHOD_UNKNOWN", [method]);
		}
		const { message } = target;
		if (isAsync && !message.async) {
			throw new XapiFailure("Fault", [
				`No async mode for this operation (rpc: ${method})`,
			]);
		}
		const args = message.sessionless ? params : params.slice(1);
		assertCount(method, message, args.length);
		const caller = this.#admit(call, target, args);
		const coerced = coerceArguments(target, args);
		return isAsync
			? this.#start(call, target, { caller, args: coerced })
			: this.#answer(call, target, { caller, args: coerced });
	}

	/** The checks before a message is run. */
	#admit(
		{ host, params }: RpcCall,
		{ model, message }: Target,
		args: readonly WireValue[],
	): Session | undefined {
		const name = `${model.name}.${message.name}`;
		const isMember = host !== this.#pool.masterRef();
		const isForMembers = datamodel.emergencyCalls.has(name);
		if (message.sessionless) {
			if (isMember && !isForMembers) throw this.#hostIsSlave();
			return undefined;
		}
		const caller = this.#pool.sessions.get(String(params[0] ?? ""));
		if (isMember && !isForMembers && !caller.isLocal) throw this.#hostIsSlave();
		if (message.removed) throw new XapiFailure("MESSAGE_REMOVED");
		assertAccess(this.#pool.db, caller, { model, message, params: args });
		return caller;
	}

	#hostIsSlave(): XapiFailure {
		const master = this.#pool.db.find("host", this.#pool.masterRef());
		return new XapiFailure("HOST_IS_SLAVE", [String(master?.address ?? "")]);
	}

	async #answer(
		{ host }: RpcCall,
		target: Target,
		{ caller, args }: { caller: Session | undefined; args: FieldValue[] },
	): Promise<Reply> {
		const pool = this.#pool;
		const context: CoreContext = {
			pool,
			db: pool.db,
			session: caller?.ref ?? "",
			task: undefined,
			host,
			signal: pool.stopSignal,
			caller,
		};
		const result = await this.#run(context, target, args);
		return replyOf(target.message.result, result);
	}

	/** Runs the message as a task and answers with its ref. */
	#start(
		{ method, host, parentTask }: RpcCall,
		target: Target,
		{ caller, args }: { caller: Session | undefined; args: FieldValue[] },
	): Reply {
		const pool = this.#pool;
		const session = caller?.ref ?? "";
		const task = pool.tasks.create({
			label: method,
			session,
			host,
			parent: parentTask,
		});
		const run = async () => {
			using linked = linkSignals([pool.tasks.signalOf(task), pool.stopSignal]);
			const { signal } = linked;
			const context = {
				pool,
				db: pool.db,
				session,
				task,
				host,
				signal,
				caller,
			};
			try {
				const result = await this.#run(context, target, args);
				const value = plainValue(result);
				pool.tasks.succeed(task, target.message.result, value);
			} catch (error) {
				if (!pool.stopSignal.aborted) pool.tasks.fail(task, error);
			}
		};
		void run();
		return replyOf("task ref", task);
	}

	async #run(
		context: CoreContext,
		{ model, message }: Target,
		args: readonly FieldValue[],
	): Promise<CoreResult> {
		const name = `${model.name}.${message.name}`;
		const { db } = this.#pool;
		const master = this.#pool.masterRef();
		assertReachable(db, { method: name, args, master });
		const handler = this.#handlers[name];
		if (handler !== undefined) return handler(context, ...args);
		const generic = findGenericHandler(model.name, message);
		if (generic === undefined) throw new XapiFailure("NOT_IMPLEMENTED", [name]);
		return generic(model.name === "role" ? roleDatabase() : db, args);
	}

	#contextOf(context: CallContext): CoreContext {
		const caller = this.#pool.sessions.find(context.session);
		return { ...context, pool: this.#pool, caller };
	}
}

/** What one domain is given of another's answer. */
function plainValue(result: CoreResult): FieldValue | undefined {
	return result instanceof PreparedReply
		? (JSON.parse(result.json()) as FieldValue)
		: result;
}

function systemCall(method: string, params: readonly WireValue[]): Reply {
	if (method === "system.listMethods") {
		return { ...replyOf("string set", [...targets.keys()]), isBare: true };
	}
	if (method.startsWith("system.isAlive")) {
		return replyOf("string", String(params[0] ?? ""));
	}
	throw new XapiFailure("MESSAGE_METHOD_UNKNOWN", [method]);
}

/** Both counts exclude the session. With optional parameters only too few
 *  are an error. */
function assertCount(method: string, message: Message, count: number): void {
	const { params } = message;
	const mandatory = params.filter((param) => !param.optional).length;
	const hasOptional = mandatory < params.length;
	if (count < mandatory || (!hasOptional && count > mandatory)) {
		throw new XapiFailure("MESSAGE_PARAMETER_COUNT_MISMATCH", [
			method,
			String(mandatory),
			String(count),
		]);
	}
}

function coerceArguments(
	{ model, message }: Target,
	args: readonly WireValue[],
): FieldValue[] {
	const isConstructor = message.kind === "constructor";
	const values = message.params.map((param, index) => {
		const value = isConstructor ? onlyTaken(model, args[index]) : args[index];
		return value === undefined
			? (param.default as FieldValue)
			: (coerceValue(param.type, value, { isStrict: true }) as FieldValue);
	});
	return isConstructor ? [completeRecord(model, values[0])] : values;
}

/** The fields that a constructor takes; of the others not even the types are
 *  looked at. */
function onlyTaken(
	model: ClassModel,
	value: WireValue | undefined,
): WireValue | undefined {
	if (!isPlainObject(value)) return value;
	const taken: Record<string, WireValue> = {};
	for (const { name } of model.constructorArgs ?? []) {
		const item = value[name];
		if (item !== undefined) taken[name] = item as WireValue;
	}
	return taken;
}

/** What a constructor takes of the record it is given.
 *  @throws XapiFailure `INTERNAL_ERROR` for a missing field */
function completeRecord(
	model: ClassModel,
	value: FieldValue | undefined,
): FieldValue {
	const given = value as Readonly<Record<string, FieldValue>>;
	const fields = new Map(model.fields.map((field) => [field.name, field]));
	const record: Record<string, FieldValue> = {};
	for (const { name, required } of model.constructorArgs ?? []) {
		const item = given[name] ?? (fields.get(name)?.default as FieldValue);
		if (given[name] === undefined && required) {
			throw new XapiFailure("INTERNAL_ERROR", [
				`Server_helpers.Dispatcher_FieldNotFound("${name}")`,
			]);
		}
		if (item !== undefined) record[name] = item;
	}
	return record;
}
