import type { XoVm } from "@xo/contract";
import {
	optionalFlag,
	stringMap,
	text,
	toNumber,
	type XapiRecord,
} from "../records.ts";
import { guestAddresses } from "./guest-addresses.ts";

/** What the guest tools of a VM tell. */
export interface VmTools {
	readonly isRunning: boolean;
	readonly metrics: XapiRecord | undefined;
	/** Drivers' version; undefined without drivers. */
	readonly version: Readonly<Record<string, string>> | undefined;
}

export function vmTools(
	vm: XapiRecord,
	metrics: XapiRecord | undefined,
): VmTools {
	const powerState = text(vm, "power_state");
	const version = metrics && stringMap(metrics, "PV_drivers_version");
	const isVersion = version?.major !== undefined && version.minor !== undefined;
	return {
		isRunning: powerState === "Running" || powerState === "Paused",
		metrics,
		version: isVersion ? version : undefined,
	};
}

export function vmGuest(tools: VmTools) {
	const { metrics, isRunning, version } = tools;
	const { addresses, main } = guestAddresses(
		metrics && stringMap(metrics, "networks"),
	);
	const detected = isRunning ? areDriversDetected(tools) : undefined;
	return {
		addresses,
		mainIpAddress: main,
		managementAgentDetected: isRunning ? hasAgent(tools) : undefined,
		os_version: metrics ? stringMap(metrics, "os_version") : null,
		pvDriversDetected: detected,
		pvDriversUpToDate:
			detected && metrics
				? optionalFlag(metrics, "PV_drivers_up_to_date")
				: undefined,
		pvDriversVersion: version && driversVersion(version),
		xenTools: isRunning ? xenTools(version) : undefined,
	};
}

function areDriversDetected({ metrics, version }: VmTools): boolean {
	const told = metrics && optionalFlag(metrics, "PV_drivers_detected");
	return told ?? version !== undefined;
}

function hasAgent({ metrics, version }: VmTools): boolean {
	if (version !== undefined) return true;
	const other = metrics && stringMap(metrics, "other");
	return other?.["feature-static-ip-setting"] === "1";
}

function driversVersion(version: Readonly<Record<string, string>>): string {
	const { major, minor, micro, build } = version;
	const numbers = [major, minor, micro].filter((part) => part !== undefined);
	const suffix = build === undefined ? "" : `-${build}`;
	return `${numbers.join(".")}${suffix}`;
}

function xenTools(version: VmTools["version"]): XoVm["xenTools"] {
	if (version === undefined) return false;
	const { major, minor } = version;
	return {
		major: toNumber(major) ?? 0,
		minor: toNumber(minor) ?? 0,
		version: toNumber(`${major}.${minor}`) ?? 0,
	};
}
