import { PoolPatches } from "../../details/MissingPatches.tsx";
import { pools } from "../../lists/types/pools.ts";
import { overview } from "../dashboard/overview.tsx";
import { poolScope } from "../dashboard/scope.ts";

/** A pool at a glance. */
export const PoolOverview = overview({
	list: pools,
	scopeOf: poolScope,
	facts: [
		"master",
		"platform_version",
		"cpus.cores",
		"HA_enabled",
		"default_SR",
	],
	Patches: PoolPatches,
});
