import type { IncomingMessage } from "node:http";
import type { ObjectCache } from "@xo/object-cache";
import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import type { Dispatcher } from "./api/dispatcher.ts";
import type { AuthenticationService } from "./auth/authentication-service.ts";
import type { PasswordRule } from "./auth/password-rule.ts";
import type { ConsoleService } from "./console/console-service.ts";
import type { OneShotPaths } from "./downloads/one-shot-paths.ts";
import type { AudienceRegistry } from "./feed/audience-registry.ts";
import type { NotificationHub } from "./feed/notification-hub.ts";
import type { Logger } from "./http/logger.ts";
import type { ConnectionRegistry } from "./json-rpc/connection-registry.ts";
import type { LiveObjects } from "./objects/live-objects.ts";
import type { PermissionEngine } from "./permissions/permission-engine.ts";
import type { RightsNotifier } from "./permissions/rights-notifier.ts";
import type { PoolConnectionService } from "./pools/pool-connection-service.ts";
import type { LiveQueryEngine } from "./query/live-query-engine.ts";
import type { TaskService } from "./tasks/task-service.ts";
import type { TokenService } from "./token/token-service.ts";
import type { UserService } from "./user/user-service.ts";
import type { ObjectReader } from "./xo/object-reader.ts";

/** The services of a running daemon, made once and passed explicitly. */
export interface Context {
	readonly version: string;
	/** Where a request comes from, behind the configured proxies. */
	readonly addressOf: (request: IncomingMessage) => string;
	readonly clock: Clock;
	readonly logger: Logger;
	readonly store: Store;
	readonly cache: ObjectCache;
	readonly objects: LiveObjects;
	readonly reader: ObjectReader;
	readonly audiences: AudienceRegistry;
	readonly hub: NotificationHub;
	readonly authentication: AuthenticationService;
	readonly passwordRule: PasswordRule;
	readonly users: UserService;
	readonly tokens: TokenService;
	readonly permissions: PermissionEngine;
	readonly rights: RightsNotifier;
	readonly tasks: TaskService;
	readonly pools: PoolConnectionService;
	readonly consoles: ConsoleService;
	readonly dispatcher: Dispatcher;
	readonly queryEngine: LiveQueryEngine;
	readonly connections: ConnectionRegistry;
	readonly oneShotPaths: OneShotPaths;
	/** Aborted when the daemon stops. */
	readonly signal: AbortSignal;
}
