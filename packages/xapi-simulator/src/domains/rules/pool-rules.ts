import type { StringMap } from "../record.ts";
import type { Refusal } from "./refusal.ts";

export interface PoolFacts {
	readonly currentOperations: StringMap;
	readonly isHaEnabled: boolean;
}

const OPERATIONS = [
	"ha_enable",
	"ha_disable",
	"cluster_create",
	"designate_new_master",
	"configure_repositories",
	"sync_updates",
	"sync_bundle",
	"get_updates",
	"apply_updates",
	"tls_verification_enable",
	"cert_refresh",
	"exchange_certificates_on_join",
	"exchange_ca_certificates_on_join",
	"copy_primary_host_certs",
	"eject",
	"exchange_crls_on_join",
] as const;

export function refusePool(
	pool: PoolFacts,
	operation: string,
): Refusal | undefined {
	const [current] = Object.values(pool.currentOperations);
	if (current !== undefined) return [`${current.toUpperCase()}_IN_PROGRESS`];
	if (operation === "ha_enable" && pool.isHaEnabled) return ["HA_IS_ENABLED"];
	if (operation === "ha_disable" && !pool.isHaEnabled) {
		return ["HA_NOT_ENABLED"];
	}
	return undefined;
}

export function allowedPoolOperations(pool: PoolFacts): string[] {
	return OPERATIONS.filter(
		(operation) => refusePool(pool, operation) === undefined,
	);
}
