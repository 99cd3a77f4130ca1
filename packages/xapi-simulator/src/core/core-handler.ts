import type { Accounts } from "./accounts.ts";
import type { MemoryDatabase } from "./database.ts";
import type { EventHub } from "./event-hub.ts";
import type { LegacyEvents } from "./legacy-events.ts";
import type { PreparedReply } from "./reply.ts";
import type { Session, Sessions } from "./sessions.ts";
import type { Tasks } from "./tasks.ts";
import type { CallContext, FieldValue, Pool } from "./types.ts";

/** The pool with what only the core and the wire may touch. */
export interface CorePool extends Pool {
	readonly db: MemoryDatabase;
	readonly accounts: Accounts;
	/** What hosts prove to one another that they belong together. */
	readonly secret: string;
	readonly sessions: Sessions;
	readonly tasks: Tasks;
	readonly events: EventHub;
	readonly legacyEvents: LegacyEvents;
	/** Aborted when the pool stops. */
	readonly stopSignal: AbortSignal;
}

/** What the core's own messages are given: unlike domains they see sessions
 *  and may answer in wire form. */
export interface CoreContext extends CallContext {
	readonly pool: CorePool;
	/** Absent for messages that are sent without a session. */
	readonly caller: Session | undefined;
}

export type CoreResult = FieldValue | PreparedReply | undefined;

export type CoreHandler = (
	context: CoreContext,
	// biome-ignore lint/suspicious/noExplicitAny: each message has its own argument types, checked by the dispatcher
	...args: any[]
) => CoreResult | Promise<CoreResult>;

export type CoreHandlerTable = Readonly<Record<string, CoreHandler>>;
