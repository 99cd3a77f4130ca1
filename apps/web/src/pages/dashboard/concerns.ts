import { paths } from "../../paths.ts";
import type { Tone } from "../../theme/tokens.ts";
import { both, type Scope } from "./scope.ts";

/** Something that somebody should look at, where there is any of it. */
export interface Concern {
	/** Key of its name, with a `count`. */
	readonly label: string;
	readonly tone: Tone;
	readonly type: string;
	readonly filter: string;
	readonly path: string;
}

/** What may be amiss, most pressing first. */
export function concernsOf(scope: Scope): readonly Concern[] {
	const { hosts, vms } = scope;
	return [
		{
			label: "dashboard.hostsDown",
			tone: "bad",
			type: "host",
			filter: both(hosts, "!power_state:Running"),
			path: paths.hosts,
		},
		{
			label: "dashboard.hostsDisabled",
			tone: "warning",
			type: "host",
			filter: both(hosts, "power_state:Running !enabled?"),
			path: paths.hosts,
		},
		{
			label: "dashboard.hostsToReboot",
			tone: "warning",
			type: "host",
			filter: both(hosts, "rebootRequired?"),
			path: paths.hosts,
		},
		{
			label: "dashboard.vmsWithoutTools",
			tone: "warning",
			type: "VM",
			filter: both(vms, "power_state:Running !pvDriversDetected?"),
			path: paths.vms,
		},
		{
			label: "dashboard.vmsOldTools",
			tone: "info",
			type: "VM",
			filter: both(
				vms,
				"power_state:Running pvDriversDetected? !pvDriversUpToDate?",
			),
			path: paths.vms,
		},
	];
}
