import type { XoVm } from "@xo/contract";
import { stringMap, type XapiRecord } from "../records.ts";
import { vmTools } from "./vm-guest.ts";

type Xsa468 = NonNullable<XoVm["vulnerabilities"]>["xsa468"];

const WINDOWS_DEVICE_ID = "0002";

/** First version of a driver that is not vulnerable to XSA-468
 *  (CVE-2025-27462 to -27464), where the guest tells drivers apart. */
const FIXED_DRIVERS: ReadonlyMap<string, string> = new Map([
	["xenbus", "9.1.11"],
	["xeniface", "9.1.12"],
]);

/** Same for what installs them: XenServer's tools from 9.4.1, XCP-ng's, whose
 *  third number is of three digits since, from 9.1.100. */
function isVulnerablePackage(version: string): boolean {
	if (!isOlder(version, "9.4.1")) return false;
	const [, , micro = 0] = version.split(".").map(Number);
	return micro < 100 || isOlder(version, "9.1.100");
}

/** Known weaknesses of the VM; undefined where it cannot be told, as for a
 *  Windows VM that is halted and whose drivers are therefore not seen. */
export function vmVulnerabilities(
	vm: XapiRecord,
	guestMetrics: XapiRecord | undefined,
): XoVm["vulnerabilities"] {
	const isWindows = stringMap(vm, "platform").device_id === WINDOWS_DEVICE_ID;
	if (!isWindows) return { xsa468: false };
	const { isRunning } = vmTools(vm, guestMetrics);
	if (guestMetrics === undefined && !isRunning) return undefined;
	return { xsa468: windowsXsa468(vm, guestMetrics) };
}

function windowsXsa468(
	vm: XapiRecord,
	guestMetrics: XapiRecord | undefined,
): Xsa468 {
	const { version } = vmTools(vm, guestMetrics);
	const drivers = guestMetrics && stringMap(guestMetrics, "PV_drivers_version");
	const known = Object.entries(drivers ?? {}).filter(([name]) =>
		FIXED_DRIVERS.has(name.toLowerCase()),
	);
	for (const [driver, seen] of known) {
		const fixed = FIXED_DRIVERS.get(driver.toLowerCase()) ?? "";
		if (isOlder(seen, fixed)) {
			const reason = "pv-driver-version-vulnerable";
			return { reason, driver, version: seen };
		}
	}
	// The drivers' own versions are the better judge where they are told.
	if (known.length > 0) return false;
	if (version === undefined) return { reason: "no-pv-drivers-detected" };
	const { major, minor, micro = "0" } = version;
	const seen = `${major}.${minor}.${micro}`;
	const reason = "pv-driver-version-vulnerable";
	return isVulnerablePackage(seen) ? { reason, version: seen } : false;
}

function isOlder(version: string, than: string): boolean {
	const numbers = (source: string) => source.split(/[^\d]+/).map(Number);
	const left = numbers(version);
	const right = numbers(than);
	for (let i = 0; i < right.length; i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}
