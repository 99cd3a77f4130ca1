import type { Pool, Ref } from "../core/types.ts";
import type { Consolidation } from "./columns.ts";
import { getOwner, type Owner, type OwnerClass } from "./owner.ts";
import type { UpdatesQuery } from "./updates.ts";

const INTEGER = /^-?\d{1,15}$/;
const FUNCTIONS = ["AVERAGE", "MIN", "MAX", "LAST"];

/** The query of `/rrd_updates`; `undefined` if it is wrong or incomplete. */
export function parseUpdatesQuery({
	pool,
	host,
	query,
}: {
	readonly pool: Pool;
	readonly host: Ref;
	readonly query: URLSearchParams;
}): UpdatesQuery | undefined {
	const start = query.get("start") ?? "";
	const interval = query.get("interval") ?? "0";
	const cfs = consolidations(pool, query.get("cf"));
	if (!INTEGER.test(start) || !INTEGER.test(interval) || !cfs) return undefined;
	return {
		start: Number(start),
		interval: Number(interval),
		cfs,
		owners: [
			...(query.get("host") === "true" ? [getOwner(pool, "host", host)] : []),
			...residentVms(pool, host, query.getAll("vm_uuid")),
			...byUuid(pool, "SR", query.getAll("sr_uuid")),
		],
	};
}

/** Extremes are kept only where the pool is set so. */
function consolidations(
	pool: Pool,
	wanted: string | null,
): readonly Consolidation[] | undefined {
	const config = pool.db.find("pool", pool.poolRef())?.other_config as
		| Readonly<Record<string, string>>
		| undefined;
	const kept: Consolidation[] =
		config?.create_min_max_in_new_VM_RRDs === "true"
			? ["AVERAGE", "MIN", "MAX"]
			: ["AVERAGE"];
	if (wanted === null) return kept;
	if (!FUNCTIONS.includes(wanted)) return undefined;
	return kept.filter((cf) => cf === wanted);
}

function residentVms(pool: Pool, host: Ref, uuids: readonly string[]): Owner[] {
	const resident = pool.db.get("host", host).resident_VMs;
	const owners = (Array.isArray(resident) ? resident : []).map((ref) =>
		getOwner(pool, "VM", String(ref)),
	);
	return uuids.length === 0
		? owners
		: owners.filter(({ uuid }) => uuids.includes(uuid));
}

function byUuid(
	pool: Pool,
	className: OwnerClass,
	uuids: readonly string[],
): Owner[] {
	return uuids.flatMap((uuid) => {
		const ref = pool.db.findByUuid(className, uuid);
		return ref === undefined ? [] : [{ className, ref, uuid }];
	});
}
