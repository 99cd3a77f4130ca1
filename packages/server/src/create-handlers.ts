import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import { createAclHandlers } from "./acl/acl-api.ts";
import type { Handlers } from "./api/handlers.ts";
import type { AuthenticationService } from "./auth/authentication-service.ts";
import type { PasswordRule } from "./auth/password-rule.ts";
import type { OneShotPaths } from "./downloads/one-shot-paths.ts";
import type { AudienceRegistry } from "./feed/audience-registry.ts";
import { createGroupHandlers } from "./group/group-api.ts";
import { createHostHandlers } from "./host/host-api.ts";
import { createConnectionHandlers } from "./json-rpc/connection-api.ts";
import type { ConnectionRegistry } from "./json-rpc/connection-registry.ts";
import { createLogHandlers } from "./log/log-api.ts";
import { createMessageHandlers } from "./message/message-api.ts";
import { createNetworkHandlers } from "./network/network-api.ts";
import type { LiveObjects } from "./objects/live-objects.ts";
import { createPbdHandlers } from "./pbd/pbd-api.ts";
import type { PermissionEngine } from "./permissions/permission-engine.ts";
import { createPoolHandlers } from "./pool/pool-api.ts";
import type { PoolConnectionService } from "./pools/pool-connection-service.ts";
import { createServerHandlers } from "./pools/server-api.ts";
import { createQueryHandlers } from "./query/query-api.ts";
import { createSessionHandlers } from "./session/session-api.ts";
import { createSrHandlers } from "./sr/sr-api.ts";
import { createStatsHandlers } from "./stats/stats-api.ts";
import { createSystemHandlers } from "./system/system-api.ts";
import { createTagHandlers } from "./tag/tag-api.ts";
import { createTaskHandlers } from "./task/task-api.ts";
import type { TaskService } from "./tasks/task-service.ts";
import { createTokenHandlers } from "./token/token-api.ts";
import type { TokenService } from "./token/token-service.ts";
import { createUserHandlers } from "./user/user-api.ts";
import type { UserService } from "./user/user-service.ts";
import { createVbdHandlers } from "./vbd/vbd-api.ts";
import { createVdiHandlers } from "./vdi/vdi-api.ts";
import { createVifHandlers } from "./vif/vif-api.ts";
import { createVmHandlers } from "./vm/vm-api.ts";
import type { ObjectReader } from "./xo/object-reader.ts";
import { createXoHandlers } from "./xo/xo-api.ts";

export interface HandlerDependencies {
	readonly store: Store;
	readonly clock: Clock;
	readonly version: string;
	readonly authentication: AuthenticationService;
	readonly passwordRule: PasswordRule;
	readonly users: UserService;
	readonly tokens: TokenService;
	readonly pools: PoolConnectionService;
	readonly tasks: TaskService;
	readonly permissions: PermissionEngine;
	readonly objects: LiveObjects;
	readonly reader: ObjectReader;
	readonly audiences: AudienceRegistry;
	readonly oneShotPaths: OneShotPaths;
	readonly connections: ConnectionRegistry;
	readonly onRightsChanged: () => void;
	readonly ca: string | undefined;
}

/** The handler of every operation; one that is missing does not compile. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
	return {
		...createAclHandlers(dependencies),
		...createConnectionHandlers(dependencies),
		...createGroupHandlers(dependencies),
		...createHostHandlers(dependencies),
		...createLogHandlers(dependencies),
		...createMessageHandlers(dependencies),
		...createNetworkHandlers(dependencies),
		...createPbdHandlers(dependencies),
		...createPoolHandlers(dependencies),
		...createQueryHandlers(dependencies),
		...createServerHandlers(dependencies),
		...createSessionHandlers(dependencies),
		...createStatsHandlers(dependencies),
		...createSrHandlers(dependencies),
		...createSystemHandlers(dependencies),
		...createTagHandlers(dependencies),
		...createTaskHandlers(dependencies),
		...createTokenHandlers(dependencies),
		...createUserHandlers(dependencies),
		...createVbdHandlers(dependencies),
		...createVdiHandlers(dependencies),
		...createVifHandlers(dependencies),
		...createVmHandlers(dependencies),
		...createXoHandlers(dependencies),
	};
}
