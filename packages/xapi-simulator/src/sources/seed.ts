import { NULL_REF } from "@xo/xapi-wire";
import type { Pool } from "../core/types.ts";
import { createRandom } from "./random.ts";
import { followAddresses } from "./seed-addresses.ts";
import { addAdministration } from "./seed-administration.ts";
import { addArchive } from "./seed-archive.ts";
import { createSeedContext, type SeedSize } from "./seed-context.ts";
import {
	hostMemoryBytes,
	pickHostModel,
	poolCpuInfo,
} from "./seed-host-model.ts";
import { addHosts, writeHostMemory } from "./seed-hosts.ts";
import { addMessages } from "./seed-messages.ts";
import { addNetworks } from "./seed-networks.ts";
import { RESTRICTION_FLAGS } from "./seed-product.ts";
import { addSnapshots } from "./seed-snapshots.ts";
import { addStorage, writeSrSizes } from "./seed-storage.ts";
import { addStorageManagers } from "./seed-storage-managers.ts";
import { addCustomTemplate, addDefaultTemplates } from "./seed-templates.ts";
import { addVms } from "./seed-vms.ts";

export interface SeedOptions {
	/** Name of the pool; a pool of one host may have none (""). */
	readonly name?: string;
	readonly hosts: number;
	/** Without templates, snapshots and control domains. */
	readonly vms: number;
	/** Shared SRs for disks; by default one in 150 VMs, at least two where
	 *  there are several hosts, none where there is one. */
	readonly srs?: number;
	/** VLAN networks, 3 by default. */
	readonly networks?: number;
	/** The same seed gives the same pool. */
	readonly seed: number | string;
}

const VMS_PER_SR = 150;
const CUSTOM_TEMPLATES = [
	["debian-12", "debian-12-cloudinit"],
	["windows-server-2022-64bit", "win2022-base"],
] as const;

/** Fills an empty pool as a XCP-ng 8.3 pool of the given size: about ten
 *  objects a VM all in. Dates count back from the pool's clock.
 *  @throws RangeError when there would be no host */
export function seedSource(options: SeedOptions): (pool: Pool) => void {
	if (!Number.isInteger(options.hosts) || options.hosts < 1) {
		throw new RangeError(`a pool has at least one host, not ${options.hosts}`);
	}
	const size: SeedSize = {
		name: options.name ?? "",
		hosts: options.hosts,
		vms: options.vms,
		srs:
			options.srs ??
			(options.hosts === 1
				? 0
				: Math.max(2, Math.ceil(options.vms / VMS_PER_SR))),
		networks: options.networks ?? 3,
	};
	return (pool) => fill(pool, options.seed, size);
}

function fill(pool: Pool, seed: number | string, size: SeedSize): void {
	const random = createRandom(`${seed}/${size.name}`);
	const context = createSeedContext(pool, random, size);
	const model = pickHostModel(random);
	const memory = hostMemoryBytes(size.vms / size.hosts);
	const hosts = addHosts(context, model, memory);
	const storage = addStorage(context, hosts);
	const defaultSr = storage.shared[0] ?? [...storage.local.values()][0];
	context.create("pool", {
		name_label: size.name,
		name_description: "",
		master: hosts[0]?.ref ?? NULL_REF,
		default_SR: defaultSr?.ref ?? NULL_REF,
		suspend_image_SR: defaultSr?.ref ?? NULL_REF,
		crash_dump_SR: defaultSr?.ref ?? NULL_REF,
		other_config: { "memory-ratio-hvm": "0.25", "memory-ratio-pv": "0.25" },
		restrictions: RESTRICTION_FLAGS,
		cpu_info: poolCpuInfo(model, size.hosts),
		tls_verification_enabled: true,
		wlb_password: NULL_REF,
		tags: [],
	});
	const networks = addNetworks(context, hosts, model);
	addStorageManagers(context);
	const templates = addDefaultTemplates(context);
	for (const [label, name] of CUSTOM_TEMPLATES) {
		const base = templates.get(label);
		if (base !== undefined) addCustomTemplate(context, { base, name });
	}
	const vms = addVms(context, { hosts, networks, storage, templates });
	addSnapshots(context, vms);
	const archive = addArchive(context, hosts);
	addMessages(context, { hosts, vms, archive });
	addAdministration(context, hosts);
	writeHostMemory(context, hosts);
	writeSrSizes(context, storage);
	followAddresses(pool.db);
}
