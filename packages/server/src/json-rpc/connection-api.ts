import type { HandlersOf } from "../api/handlers.ts";
import type { ConnectionRegistry } from "./connection-registry.ts";

export function createConnectionHandlers(dependencies: {
	readonly connections: ConnectionRegistry;
}): HandlersOf<"api"> {
	const { connections } = dependencies;
	return {
		"api.getConnections": () => connections.describe(),
		"api.closeAllConnections": ({ caller }) => {
			connections.closeAll({ except: caller.session });
		},
	};
}
