import { parseXapiDate } from "@xo/xapi-wire";
import type { Pool } from "../core/types.ts";
import type { Owner } from "./owner.ts";

/** Before a VM's last start its fine samples are unknown; older ones came from
 *  the archive of its earlier runs. */
const FINE_STEP = 60;

/** Unix seconds since when rows of that step have values. */
export function runningSince(pool: Pool, owner: Owner, step: number): number {
	if (owner.className !== "VM" || step > FINE_STEP) return 0;
	const metrics = String(pool.db.get("VM", owner.ref).metrics);
	const start = pool.db.find("VM_metrics", metrics)?.start_time;
	return (parseXapiDate(String(start)) ?? 0) / 1000;
}
