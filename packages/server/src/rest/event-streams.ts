import { randomUUID } from "node:crypto";
import { ApiError, noSuchObject } from "@xo/contract";
import { type Clock, isPlainObject } from "@xo/std";
import type { Store, UserRow } from "@xo/store";
import type { Caller } from "../api/caller.ts";
import { parseParams } from "../api/validation.ts";
import {
	type AudienceRegistry,
	differenceOf,
} from "../feed/audience-registry.ts";
import type { AudienceChanges } from "../feed/audience-view.ts";
import { isHead } from "../http/head-requests.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { isAdministrator } from "../permissions/administrator.ts";
import type { RightsNotifier } from "../permissions/rights-notifier.ts";
import { maySeeTask } from "../tasks/may-see-task.ts";
import type { TaskService } from "../tasks/task-service.ts";
import { toAlarm } from "./alarm.ts";
import { type EventCollection, subscriptionBody } from "./event-collections.ts";
import { EventStream } from "./event-stream.ts";
import { RENEW_MS, renewCaller } from "./renew-caller.ts";
import type { RouteDeclarations } from "./route-table.ts";

const MAX_STREAMS_PER_USER = 50;

export interface EventStreamDependencies {
	readonly audiences: AudienceRegistry;
	readonly tasks: TaskService;
	readonly rights: RightsNotifier;
	readonly store: Pick<Store, "users" | "tokens">;
	readonly clock: Clock;
	readonly objects: LiveObjects;
}

/** Server-sent events: open streams and what each is subscribed to. */
export class EventStreams implements Disposable {
	readonly #dependencies: EventStreamDependencies;
	readonly #streams = new Map<string, EventStream>();

	constructor(dependencies: EventStreamDependencies) {
		this.#dependencies = dependencies;
	}

	register(routes: RouteDeclarations): void {
		routes.get("/events", (request, reply) => {
			if (isHead(request)) return reply.callNotFound();
			const { caller } = request;
			this.#checkCount(caller);
			reply.hijack();
			reply.raw.writeHead(200, {
				...(reply.getHeaders() as Record<string, string>),
				"content-type": "text/event-stream",
				"cache-control": "no-cache, no-transform",
				"x-accel-buffering": "no",
			});
			this.#open(caller, reply.raw);
		});
		routes.post<{ id: string }>(
			"/events/:id/subscriptions",
			async ({ params, body, caller }, reply) => {
				const { collection, fields } = parseParams(
					subscriptionBody,
					isPlainObject(body) ? body : {},
				);
				this.#get(params.id, caller).subscribe({
					collection,
					fields,
					known: () => this.#listKnown(collection),
				});
				reply.code(201);
				return { id: collection };
			},
		);
		routes.delete<{ id: string; collection: string }>(
			"/events/:id/subscriptions/:collection",
			async ({ params, caller }, reply) => {
				this.#get(params.id, caller).unsubscribe(params.collection);
				return reply.code(204).send();
			},
		);
	}

	[Symbol.dispose](): void {
		for (const stream of this.#streams.values()) stream.end();
	}

	/** Whatever the caller may see of it: what is not seen is not updated. */
	*#listKnown(collection: EventCollection): Iterable<{ readonly id: string }> {
		const { objects, tasks } = this.#dependencies;
		if (collection === "task") yield* tasks.list();
		else if (collection !== "alarm") yield* objects.ofType(collection);
		else {
			for (const message of objects.ofType("message")) {
				const alarm = toAlarm(message, objects);
				if (alarm !== undefined) yield alarm;
			}
		}
	}

	#open(caller: Caller, socket: ConstructorParameters<typeof EventStream>[0]) {
		const { tasks, clock, store, objects: lookup } = this.#dependencies;
		if (caller.user === undefined) throw new ApiError("invalidCredentials");
		const id = randomUUID();
		const stream = new EventStream(socket, {
			userId: caller.user.id,
			objects: lookup,
			clock,
			pingMs: RENEW_MS,
			mayGoOn: () => renewCaller(caller, { store, clock }) !== undefined,
		});
		this.#streams.set(id, stream);
		const objects = this.#followObjects(caller.user, stream);
		const taskEvents = tasks.subscribe((event) => {
			const user = store.users.find(stream.userId);
			const isAdmin = user !== undefined && isAdministrator(user);
			const isVisible = maySeeTask(event.task, { user, isAdmin });
			if (isVisible) stream.noteTask(event);
		});
		socket.on("close", () => {
			this.#streams.delete(id);
			objects[Symbol.dispose]();
			taskEvents[Symbol.dispose]();
			stream[Symbol.dispose]();
		});
		stream.send("init", { id });
	}

	/** The objects of the user's audience, whichever it is at the time. */
	#followObjects(user: UserRow, stream: EventStream): Disposable {
		const { audiences, rights, store, objects } = this.#dependencies;
		const note = (changes: AudienceChanges) => stream.noteObjects(changes);
		let audience = audiences.of(user);
		let subscription = audience.subscribe(note);
		const refresh = rights.subscribe(() => {
			const current = store.users.find(user.id);
			if (current === undefined) {
				stream.end();
				return;
			}
			const next = audiences.of(current);
			if (next.key === audience.key) return;
			subscription[Symbol.dispose]();
			subscription = next.subscribe(note);
			note(differenceOf(objects.all(), audience, next));
			audience = next;
		});
		return {
			[Symbol.dispose]: () => {
				refresh[Symbol.dispose]();
				subscription[Symbol.dispose]();
			},
		};
	}

	#get(id: string, caller: Caller): EventStream {
		const stream = this.#streams.get(id);
		if (stream === undefined || stream.userId !== caller.user?.id) {
			throw noSuchObject(id, "event stream");
		}
		return stream;
	}

	#checkCount(caller: Caller): void {
		const own = [...this.#streams.values()].filter(
			(stream) => stream.userId === caller.user?.id,
		);
		if (own.length >= MAX_STREAMS_PER_USER) {
			throw new ApiError("tooManyRequests", {
				message: `more than ${MAX_STREAMS_PER_USER} event streams of one user: close some first`,
			});
		}
	}
}
