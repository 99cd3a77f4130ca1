import type { Clock } from "@xo/std";
import { formatXapiDate } from "@xo/xapi-wire";
import { permissionsOf } from "./roles.ts";
import { type Database, type Ref, XapiFailure } from "./types.ts";

const INACTIVITY_MS = 86_400_000;
const ACTIVITY_PRECISION_MS = 600_000;
const MAX_ANONYMOUS = 400;
const MAX_PER_ORIGINATOR = 500;

/** Who signed in, and what for. */
export interface SessionOwner {
	readonly userName: string;
	readonly originator: string;
	/** Ref of the host that opened it. */
	readonly host: Ref;
	/** Root, who may do everything; else the role decides. */
	readonly isRoot: boolean;
	/** The most powerful role of the subject. */
	readonly role: string;
	readonly subject: Ref;
	/** Host to host, with the pool's secret. */
	readonly isPool: boolean;
	/** Valid on one host only, for emergency calls. */
	readonly isLocal: boolean;
}

export interface Session extends SessionOwner {
	readonly ref: Ref;
	/** Aborted when the session ends, with `SESSION_INVALID`. */
	readonly ended: AbortSignal;
}

interface LiveSession extends Session {
	readonly controller: AbortController;
	activeAt: number;
	/** Sessions of a bucket share a limit. */
	readonly bucket: string;
}

export const NULL_OWNER = {
	originator: "",
	isRoot: true,
	role: "pool-admin",
	subject: "OpaqueRef:NULL",
	isPool: false,
	isLocal: false,
} as const;

/** The sessions of a pool. */
export class Sessions {
	readonly #db: Database;
	readonly #clock: Clock;
	readonly #live = new Map<Ref, LiveSession>();

	constructor(db: Database, clock: Clock) {
		this.#db = db;
		this.#clock = clock;
	}

	open(owner: SessionOwner): Session {
		const now = this.#clock.now();
		const ref = this.#db.create("session", {
			this_host: owner.host,
			last_active: formatXapiDate(now),
			validation_time: formatXapiDate(now),
			pool: owner.isPool,
			is_local_superuser: owner.isRoot,
			subject: owner.subject,
			auth_user_name: owner.userName,
			originator: owner.originator,
			rbac_permissions: owner.isRoot ? [] : permissionsOf(owner.role),
		});
		const controller = new AbortController();
		const session: LiveSession = {
			...owner,
			ref,
			controller,
			ended: controller.signal,
			activeAt: now,
			bucket: bucketOf(owner),
		};
		this.#live.set(ref, session);
		this.#enforceLimit(session.bucket);
		return session;
	}

	/** @throws XapiFailure `SESSION_INVALID` */
	get(ref: Ref): Session {
		const session = this.#live.get(ref);
		if (session === undefined) throw new XapiFailure("SESSION_INVALID", [ref]);
		const now = this.#clock.now();
		if (now - session.activeAt >= ACTIVITY_PRECISION_MS) {
			session.activeAt = now;
			this.#db.update("session", ref, { last_active: formatXapiDate(now) });
		}
		return session;
	}

	find(ref: Ref): Session | undefined {
		return this.#live.get(ref);
	}

	list(): Session[] {
		return [...this.#live.values()];
	}

	close(ref: Ref): void {
		const session = this.#live.get(ref);
		if (session === undefined) return;
		this.#live.delete(ref);
		if (this.#db.find("session", ref)) this.#db.destroy("session", ref);
		session.controller.abort(new XapiFailure("SESSION_INVALID", [ref]));
	}

	closeAll(): void {
		for (const ref of [...this.#live.keys()]) this.close(ref);
	}

	/** Ends what nobody has used for a day. */
	collectGarbage(): void {
		const limit = this.#clock.now() - INACTIVITY_MS;
		for (const session of [...this.#live.values()]) {
			if (session.activeAt < limit && !this.#isBusy(session.ref)) {
				this.close(session.ref);
			}
		}
	}

	#enforceLimit(bucket: string): void {
		const max = bucket.startsWith("limited:")
			? MAX_PER_ORIGINATOR
			: MAX_ANONYMOUS;
		const members = [...this.#live.values()].filter(
			(session) => session.bucket === bucket,
		);
		if (members.length <= max) return;
		members.sort((a, b) => a.activeAt - b.activeAt);
		const oldest = members.find((session) => !this.#isBusy(session.ref));
		if (oldest !== undefined) this.close(oldest.ref);
	}

	#isBusy(ref: Ref): boolean {
		const tasks = this.#db.find("session", ref)?.tasks;
		return (
			Array.isArray(tasks) &&
			tasks.some(
				(task) => this.#db.find("task", String(task))?.status === "pending",
			)
		);
	}
}

function bucketOf(owner: SessionOwner): string {
	if (owner.isPool) return "pool";
	if (!owner.isRoot) return `limited:user:${owner.userName}`;
	return owner.originator === ""
		? "anonymous"
		: `limited:originator:${owner.originator}`;
}
