/** Why an action is not possible now: a code that interfaces translate, with
 *  the values that its text names. */
export type ReasonCode =
	| "vmState"
	| "vmBusy"
	| "vmBlocked"
	| "vmNoTools"
	| "vmKind"
	| "defaultTemplate"
	| "memoryBelowMinimum"
	| "memoryRange"
	| "attached"
	| "notAttached"
	| "noMedium"
	| "noDrive"
	| "isCdDrive"
	| "diskInUse"
	| "diskMissing"
	| "diskIsSnapshot"
	| "srUnplugged"
	| "srReadOnly"
	| "srBusy"
	| "srMaintenance"
	| "srFull"
	| "hostState"
	| "hostBusy"
	| "hostEnabled"
	| "hostDisabled"
	| "hostHasVms"
	| "hostIsMaster"
	| "hostInMaintenance"
	| "sameHost"
	| "hostMemory"
	| "hostOlder"
	| "srNotEmpty"
	| "srNoHosts"
	| "defaultAlready"
	| "snapshotOrphan";

export interface Refusal {
	readonly code: ReasonCode;
	readonly params: Readonly<Record<string, string | number>>;
}

/** A refusal, with the values that its text names. */
export function refuse(
	code: ReasonCode,
	params: Refusal["params"] = {},
): Refusal {
	return { code, params };
}

/** Name of what an object is doing, if anything. */
export function runningOperation(
	operations: Readonly<Record<string, string>> | undefined,
): string | undefined {
	if (operations === undefined) return undefined;
	for (const task in operations) return operations[task];
	return undefined;
}
