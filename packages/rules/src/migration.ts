import type { XoHost } from "@xo/contract";
import { type Refusal, refuse } from "./refusal.ts";

/** What is read of a host that is to take VMs. */
type Receiver = Pick<XoHost, "id" | "$pool" | "power_state" | "enabled"> &
	Partial<Pick<XoHost, "memory" | "version">>;

/** What is read of a VM that is to move. */
export interface Mover {
	readonly $pool: string;
	/** Its host while it runs, else its pool. */
	readonly $container: string;
	readonly power_state: string;
	/** Bytes. */
	readonly memorySize?: number | undefined;
	/** Of the host that it comes from. */
	readonly hostVersion?: string | undefined;
}

/** Why a host cannot take these VMs together. `movesDisks`: a VM may then stay
 *  where it is. */
export function whyNotReceive(
	host: Receiver,
	vms: readonly Mover[],
	{ movesDisks = false }: { readonly movesDisks?: boolean } = {},
): Refusal | undefined {
	if (host.power_state !== "Running") {
		return refuse("hostState", {
			states: "Running",
			actual: host.power_state,
		});
	}
	if (!host.enabled) return refuse("hostInMaintenance");
	const arriving = vms.filter(({ $container }) => $container !== host.id);
	if (arriving.length === 0 && !movesDisks) return refuse("sameHost");
	return whyNoMemory(host, arriving) ?? whyOlder(host, arriving);
}

function whyNoMemory(
	{ memory }: Receiver,
	arriving: readonly Mover[],
): Refusal | undefined {
	if (memory === undefined) return undefined;
	const needed = arriving
		.filter(({ power_state }) => power_state === "Running")
		.reduce((sum, { memorySize = 0 }) => sum + memorySize, 0);
	const free = Math.max(0, memory.size - memory.usage);
	return needed > free ? refuse("hostMemory", { needed, free }) : undefined;
}

/** Pools send VMs to their own version or a newer one. */
function whyOlder(
	{ $pool, version }: Receiver,
	arriving: readonly Mover[],
): Refusal | undefined {
	const isOlder = arriving.some(
		(vm) =>
			vm.$pool !== $pool &&
			vm.hostVersion !== undefined &&
			version !== undefined &&
			version.localeCompare(vm.hostVersion, "en", { numeric: true }) < 0,
	);
	return isOlder ? refuse("hostOlder", { version: version ?? "" }) : undefined;
}
