import { formatXapiDate } from "@xo/xapi-wire";
import type { Database, FieldValue, Pool, Ref } from "../core/types.ts";
import type { Random } from "./random.ts";

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;
export const TIB = 1024 * GIB;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** What every part of the seed works with. */
export interface SeedContext {
	readonly pool: Pool;
	readonly db: Database;
	readonly random: Random;
	/** What the caller asked for, with the defaults filled in. */
	readonly size: SeedSize;
	/** Adds a row with a reproducible ref and uuid. */
	create(className: string, fields: Readonly<Record<string, FieldValue>>): Ref;
	/** A date of the wire, that long before now. */
	ago(milliseconds: number): string;
}

export interface SeedSize {
	readonly name: string;
	readonly hosts: number;
	readonly vms: number;
	/** Shared SRs for disks. */
	readonly srs: number;
	/** VLAN networks. */
	readonly networks: number;
}

export function createSeedContext(
	pool: Pool,
	random: Random,
	size: SeedSize,
): SeedContext {
	const now = pool.clock.now();
	return {
		pool,
		db: pool.db,
		random,
		size,
		create(className, fields) {
			const ref = `OpaqueRef:${random.uuid()}`;
			const uuid = fields.uuid ?? random.uuid();
			return pool.db.create(className, { ...fields, uuid }, { ref });
		},
		ago: (milliseconds) => formatXapiDate(now - milliseconds),
	};
}
