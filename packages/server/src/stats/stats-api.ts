import type { StatsHandlers } from "../api/handlers.ts";
import { objectOf } from "../objects/object-of.ts";
import { type StatsDependencies, StatsService } from "./stats-service.ts";

export function createStatsHandlers(
	dependencies: StatsDependencies,
): StatsHandlers {
	const stats = new StatsService(dependencies);
	return {
		"vm.stats": ({ params, objects }) =>
			stats.ofVm(objectOf(objects.vm, "VM", "VM-snapshot"), params.granularity),
		"host.stats": ({ params, objects }) =>
			stats.ofHost(objectOf(objects.host, "host"), params.granularity),
		"sr.stats": ({ params, objects }) =>
			stats.ofSr(objectOf(objects.sr, "SR"), params.granularity),
		"pool.stats": ({ params, objects }) =>
			stats.ofPool(objectOf(objects.pool, "pool").id, params.granularity),
	};
}
