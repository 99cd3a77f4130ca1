import { ApiError } from "@xo/contract";
import type { Call, Handlers } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { disable, evacuate } from "./evacuation.ts";
import { hostCallOf, runOnHost } from "./host-call.ts";
import { emergencyShutdown, restartHost, stopHost } from "./host-restart.ts";

type AnyCall = Pick<Call, "signal" | "task" | "objects">;

export function createHostPowerHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): Omit<
	Pick<Handlers, Extract<keyof Handlers, `host.${string}`>>,
	"host.set" | "host.stats"
> {
	const of = (call: AnyCall) =>
		hostCallOf(dependencies, call.objects.host, call);
	const run = (method: string) => (call: AnyCall) =>
		runOnHost(of(call), method);
	const enable = async (call: AnyCall) => {
		const { xapi, ref } = of(call);
		await xapi.call("host.enable", ref);
	};

	return {
		"host.enable": enable,
		"host.disable": (call) => disable(of(call), call.params.transient),
		"host.withdraw": async (call) => {
			const { autoEnable, force, vmIdsToForceMigrate } = call.params;
			if (!call.params.evacuate) {
				await disable(of(call), autoEnable);
				return;
			}
			const forced = force ? "all" : new Set(vmIdsToForceMigrate);
			await evacuate(of(call), { autoEnable, forced });
		},
		"host.setMaintenanceMode": async (call) => {
			const { maintenance, vmsToForceMigrate } = call.params;
			if (!maintenance) return await enable(call);
			await evacuate(of(call), { forced: new Set(vmsToForceMigrate) });
		},
		"host.restart": (call) => restartHost(of(call), call.params),
		"host.stop": (call) => stopHost(of(call), call.params),
		"host.start": run("host.power_on"),
		"host.restartAgent": run("host.restart_agent"),
		"host.restart_agent": run("host.restart_agent"),
		"host.emergencyShutdownHost": (call) => emergencyShutdown(of(call)),
		"host.detach": run("pool.eject"),
		"host.forget": async (call) => {
			const { host } = of(call);
			if (host.power_state === "Running") {
				throw new ApiError("incorrectState", {
					message: `${host.name_label} runs: only hosts that never come back are forgotten`,
					data: {
						actual: host.power_state,
						expected: "Halted",
						object: host.id,
						property: "power_state",
					},
				});
			}
			await run("host.destroy")(call);
		},
		"host.scanPifs": run("PIF.scan"),
		"host.managementReconfigure": async (call) => {
			const pif = objectOf(call.objects.pif, "PIF");
			const { xapi } = of(call);
			await xapi.call("host.management_reconfigure", xapiRefOf(pif, "PIF"));
		},
	};
}
