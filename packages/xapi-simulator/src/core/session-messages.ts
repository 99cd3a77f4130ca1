// biome-ignore-all lint/complexity/useMaxParams: parameters are those of the message
import { sleep } from "@xo/std";
import { authenticate } from "./accounts.ts";
import type { CoreContext, CoreHandlerTable } from "./core-handler.ts";
import { NULL_OWNER, type Session } from "./sessions.ts";
import { type Ref, XapiFailure } from "./types.ts";

const FAILURE_DELAY_MS = 5000;

function callerOf({ caller, session }: CoreContext): Session {
	if (caller === undefined) throw new XapiFailure("SESSION_INVALID", [session]);
	return caller;
}

function assertSecret(context: CoreContext, secret: string): void {
	if (secret !== context.pool.secret) {
		throw new XapiFailure("SESSION_AUTHENTICATION_FAILED", [
			"pool",
			"Authentication failure",
		]);
	}
}

async function login(
	{ pool, host, signal }: CoreContext,
	credentials: readonly [string, string],
	originator: string,
): Promise<Ref> {
	const [username, password] = credentials;
	try {
		const owner = authenticate(pool.db, pool.accounts, {
			username,
			password,
			originator,
			host,
		});
		return pool.sessions.open(owner).ref;
	} catch (error) {
		await sleep(FAILURE_DELAY_MS * pool.timeScale, {
			clock: pool.clock,
			signal,
		});
		throw error;
	}
}

function logout({ pool, session }: CoreContext): undefined {
	pool.sessions.close(session);
}

/** `session.*` */
export const sessionMessages: CoreHandlerTable = {
	"session.login_with_password": (
		context,
		username: string,
		password: string,
		_version: string,
		originator: string,
	) => login(context, [username, password], originator),

	"session.slave_login"(context, host: Ref, secret: string) {
		assertSecret(context, secret);
		const owner = { ...NULL_OWNER, userName: "", host, isPool: true };
		return context.pool.sessions.open(owner).ref;
	},

	"session.slave_local_login"(context, secret: string) {
		assertSecret(context, secret);
		const { host, pool } = context;
		const owner = { ...NULL_OWNER, userName: "", host, isLocal: true };
		return pool.sessions.open(owner).ref;
	},

	"session.slave_local_login_with_password"(
		{ pool, host },
		username: string,
		password: string,
	) {
		const owner = authenticate(pool.db, pool.accounts, {
			username,
			password,
			originator: "",
			host,
		});
		return pool.sessions.open({ ...owner, isLocal: true }).ref;
	},

	"session.logout": logout,

	"session.local_logout": logout,

	"session.change_password"(context, _old: string, password: string) {
		if (!callerOf(context).isRoot) {
			throw new XapiFailure("USER_IS_NOT_LOCAL_SUPERUSER", [
				callerOf(context).userName,
			]);
		}
		context.pool.accounts.password = password;
		return undefined;
	},

	"session.get_all_subject_identifiers": ({ pool }) =>
		pool.sessions
			.list()
			.filter((session) => !session.isRoot)
			.map((session) =>
				String(pool.db.get("subject", session.subject).subject_identifier),
			),

	"session.logout_subject_identifier"({ pool }, identifier: string) {
		for (const session of pool.sessions.list()) {
			const subject = pool.db.find("subject", session.subject);
			if (subject?.subject_identifier === identifier) {
				pool.sessions.close(session.ref);
			}
		}
		return undefined;
	},
};
