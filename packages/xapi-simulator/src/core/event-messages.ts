// biome-ignore-all lint/complexity/useMaxParams: parameters are those of the message
import type { CoreHandlerTable } from "./core-handler.ts";
import { formatEventToken } from "./event-token.ts";
import { linkSignals } from "./linked-signal.ts";
import { type Ref, XapiFailure } from "./types.ts";

/** `event.*` */
export const eventMessages: CoreHandlerTable = {
	async "event.from"(
		{ pool, caller, signal },
		classes: readonly string[],
		token: string,
		timeoutSeconds: number,
	) {
		using linked = linkSignals(caller ? [signal, caller.ended] : [signal]);
		return await pool.events.from({
			classes,
			token,
			timeoutSeconds,
			signal: linked.signal,
		});
	},

	"event.inject"({ pool }, className: string, ref: Ref) {
		if (!pool.db.tables.has(className)) {
			throw new XapiFailure("HANDLE_INVALID", [className, ref]);
		}
		pool.db.get(className, ref);
		const token = { database: pool.db.generation, messages: 0 };
		pool.db.touch(className, ref);
		return formatEventToken(token);
	},

	"event.register"({ pool, caller }, classes: readonly string[]) {
		if (caller !== undefined) pool.legacyEvents.register(caller, classes);
		return undefined;
	},

	"event.unregister"({ pool, session }, classes: readonly string[]) {
		pool.legacyEvents.unregister(session, classes);
		return undefined;
	},

	"event.next": ({ pool, session }) => pool.legacyEvents.next(session),

	"event.get_current_id": ({ pool }) => pool.legacyEvents.lastId,
};
