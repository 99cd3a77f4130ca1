import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { ObjectCache } from "@xo/object-cache";
import { type Clock, systemClock } from "@xo/std";
import { openStore, type Store } from "@xo/store";
import { Dispatcher } from "./api/dispatcher.ts";
import { FailureLog } from "./api/failure-log.ts";
import { AuthenticationService } from "./auth/authentication-service.ts";
import { CredentialCache } from "./auth/credential-cache.ts";
import { PasswordHasher } from "./auth/password.ts";
import { PasswordRule } from "./auth/password-rule.ts";
import { LoginThrottle } from "./auth/throttle.ts";
import { TotpVerifier } from "./auth/totp.ts";
import type { ServerConfig } from "./config/config-schema.ts";
import { ConsoleService } from "./console/console-service.ts";
import type { Context } from "./context.ts";
import { createHandlers } from "./create-handlers.ts";
import { OneShotPaths } from "./downloads/one-shot-paths.ts";
import { AudienceRegistry } from "./feed/audience-registry.ts";
import { NotificationHub } from "./feed/notification-hub.ts";
import { clientAddressOf, proxyCheck } from "./http/client-address.ts";
import type { Logger } from "./http/logger.ts";
import { ConnectionRegistry } from "./json-rpc/connection-registry.ts";
import { MetricsService } from "./metrics/metrics-service.ts";
import { LiveObjects } from "./objects/live-objects.ts";
import { PermissionEngine } from "./permissions/permission-engine.ts";
import { RightsNotifier } from "./permissions/rights-notifier.ts";
import { PoolConnectionService } from "./pools/pool-connection-service.ts";
import { LiveQueryEngine } from "./query/live-query-engine.ts";
import { TaskService } from "./tasks/task-service.ts";
import { TokenService } from "./token/token-service.ts";
import {
	UserService,
	type UserServiceDependencies,
} from "./user/user-service.ts";
import { version } from "./version.ts";
import { ObjectReader } from "./xo/object-reader.ts";

export interface ContextOptions {
	readonly config: ServerConfig;
	readonly keyFile: string;
	readonly logger: Logger;
	readonly clock?: Clock;
	/** The thread for SQLite, where it was started ahead. */
	readonly sqliteWorker?: Worker | undefined;
}

/** What a running daemon is made of, and how to take it apart. */
export interface OwnedContext {
	readonly context: Context;
	close(): Promise<void>;
}

async function openDatabase(options: ContextOptions): Promise<Store> {
	const { config, keyFile, logger, sqliteWorker: worker } = options;
	const { url } = config.database;
	if (url !== undefined) {
		await worker?.terminate();
		return await openStore({ kind: "postgres", url }, { keyFile, logger });
	}
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const file = path.join(config.dataDir, "xo-server.db");
	return await openStore({ kind: "sqlite", file, worker }, { keyFile, logger });
}

/** Who may sign in, and how. */
function createAccounts(
	{ store, clock }: { readonly store: Store; readonly clock: Clock },
	config: ServerConfig,
	listeners: Pick<UserServiceDependencies, "onRightsChanged" | "onUserDeleted">,
) {
	const hasher = new PasswordHasher();
	const credentialCache = new CredentialCache({ clock });
	const { limits } = config;
	const authentication = new AuthenticationService({
		store,
		clock,
		hasher,
		credentialCache,
		throttle: new LoginThrottle({ clock }),
		totp: new TotpVerifier({ clock }),
	});
	return {
		authentication,
		passwordRule: new PasswordRule(config.authentication),
		users: new UserService({
			store,
			hasher,
			authentication,
			credentialCache,
			limits,
			...listeners,
		}),
		tokens: new TokenService({
			store,
			clock,
			limits,
			deriveSecret: (label) => store.deriveSecret(label),
		}),
	};
}

/** Makes every service of the daemon, bottom up. */
export async function createContext(
	options: ContextOptions,
): Promise<OwnedContext> {
	const { config, logger, clock = systemClock } = options;
	const store = await openDatabase(options);
	const stop = new AbortController();
	const rights = new RightsNotifier();
	const cache = new ObjectCache();
	const objects = new LiveObjects(cache);
	const permissions = new PermissionEngine(store, objects);
	const audiences = new AudienceRegistry({ objects, permissions });
	const reader = new ObjectReader(objects);
	const connections = new ConnectionRegistry();
	store.tokens.onGone((id) => connections.endOfToken(id));
	const oneShotPaths = new OneShotPaths(clock);
	const hub = new NotificationHub({
		find: (id) => objects.find(id),
		bytesOf: (id) => cache.findBytes(id),
		clock,
	});
	const onRightsChanged = () => {
		permissions.invalidate();
		rights.notify();
	};
	const tasks = new TaskService({ store, clock, logger });
	await tasks.load();
	const pools = new PoolConnectionService({
		store,
		cache,
		objects,
		clock,
		logger,
		ca: readOptional(config.pools.ca),
	});
	const metrics = new MetricsService({ pools, objects, clock, logger });
	// After the audiences, so that it sees who sees what as of each batch.
	const queryEngine = new LiveQueryEngine({ cache, clock, metrics });
	const accounts = createAccounts({ store, clock }, config, {
		onRightsChanged,
		onUserDeleted: (userId) => connections.closeOfUser(userId),
	});
	const handlers = createHandlers({
		store,
		clock,
		version,
		...accounts,
		pools,
		tasks,
		permissions,
		objects,
		reader,
		audiences,
		oneShotPaths,
		connections,
		onRightsChanged,
		ca: readOptional(config.pools.ca),
	});
	const dispatcher = new Dispatcher({
		handlers,
		permissions,
		tasks,
		failures: new FailureLog({ store, clock, logger }),
		findObject: (id) => objects.find(id),
	});
	const isProxy = proxyCheck(config.http.trustProxy);
	const context: Context = {
		version,
		addressOf: (request) => clientAddressOf(request, isProxy),
		clock,
		logger,
		store,
		cache,
		objects,
		reader,
		audiences,
		hub,
		...accounts,
		permissions,
		rights,
		tasks,
		pools,
		consoles: new ConsoleService({ permissions, objects, pools }),
		dispatcher,
		queryEngine,
		connections,
		oneShotPaths,
		signal: stop.signal,
	};
	return {
		context,
		close: async () => {
			const reason = new Error("the server is stopping");
			stop.abort(reason);
			await tasks.close(reason);
			await pools[Symbol.asyncDispose]();
			queryEngine[Symbol.dispose]();
			metrics[Symbol.dispose]();
			hub[Symbol.dispose]();
			audiences[Symbol.dispose]();
			objects[Symbol.dispose]();
			oneShotPaths[Symbol.dispose]();
			await store[Symbol.asyncDispose]();
		},
	};
}

function readOptional(file: string | undefined): string | undefined {
	return file === undefined ? undefined : readFileSync(file, "utf8");
}
