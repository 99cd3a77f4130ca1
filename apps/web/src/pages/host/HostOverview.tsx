import { HostPatches } from "../../details/MissingPatches.tsx";
import { hosts } from "../../lists/types/hosts.ts";
import { overview } from "../dashboard/overview.tsx";
import { hostScope } from "../dashboard/scope.ts";

/** A host at a glance. */
export const HostOverview = overview({
	list: hosts,
	scopeOf: hostScope,
	facts: [
		"$pool",
		"address",
		"hostname",
		"productBrand",
		"version",
		"cpus.cores",
		"cpus.sockets",
		"startTime",
	],
	Patches: HostPatches,
});
