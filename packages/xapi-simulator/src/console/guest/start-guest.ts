import { assertNever } from "@xo/std";
import type { Guest, GuestWorld } from "./guest.ts";
import { HostGuest } from "./host-guest.ts";
import { LinuxGuest } from "./linux-guest.ts";
import { WindowsGuest } from "./windows-guest.ts";

/** Starts what the VM runs: from its beginning, or as it is after a while. */
export function startGuest(world: GuestWorld, isBooting: boolean): Guest {
	const { kind } = world.facts;
	switch (kind) {
		case "linux":
			return new LinuxGuest(world, isBooting);
		case "windows":
			return new WindowsGuest(world, isBooting);
		case "host":
			return new HostGuest(world);
		default:
			return assertNever(kind);
	}
}
