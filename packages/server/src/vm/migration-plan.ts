import { invalidParameters, type XoObjectOf } from "@xo/contract";
import type { AnyVm } from "./vm-call.ts";
import type { ObjectLookup } from "./vm-power.ts";

type Host = XoObjectOf<"host">;
type Sr = XoObjectOf<"SR">;
type Network = XoObjectOf<"network">;
type AnyVdi = XoObjectOf<"VDI" | "VDI-snapshot">;

/** What the caller says about where things go, resolved. */
export interface MigrationWish {
	readonly host: Host;
	/** For every disk that is not in `srs`. */
	readonly sr: Sr | undefined;
	/** By id of VDI. */
	readonly srs: ReadonlyMap<string, Sr>;
	/** By id of VIF. */
	readonly networks: ReadonlyMap<string, Network>;
}

/** Where each disk and network card goes, with the names of the pools. */
export interface MigrationPlan {
	readonly vdiMap: Readonly<Record<string, string>>;
	readonly vifMap: Readonly<Record<string, string>>;
	/** Disks that change their SR. */
	readonly moving: readonly AnyVdi[];
}

interface PlannedDisk {
	readonly vdi: AnyVdi;
	readonly sr: Sr;
}

function* disksOf(vm: AnyVm, objects: ObjectLookup): Generator<AnyVdi> {
	for (const id of vm.$VBDs) {
		const vbd = id === null ? undefined : objects.find(id);
		if (vbd?.type !== "VBD" || vbd.is_cd_drive || vbd.VDI === undefined) {
			continue;
		}
		const vdi = objects.find(vbd.VDI);
		if (vdi?.type === "VDI" || vdi?.type === "VDI-snapshot") yield vdi;
	}
}

/** Whether the host can use the SR now. */
function isVisible(sr: Sr, host: Host, objects: ObjectLookup): boolean {
	return sr.$PBDs.some((id) => {
		const pbd = id === null ? undefined : objects.find(id);
		return pbd?.type === "PBD" && pbd.host === host.id && pbd.attached;
	});
}

function targetOf(
	vdi: AnyVdi,
	{ host, sr, srs }: MigrationWish,
	objects: ObjectLookup,
): Sr {
	const wanted = srs.get(vdi.id) ?? sr;
	if (wanted !== undefined) {
		if (isVisible(wanted, host, objects)) return wanted;
		throw invalidParameters(
			`the SR ${wanted.name_label} is not connected to the host ${host.name_label}`,
			{ sr: wanted.id, host: host.id },
		);
	}
	const own = objects.find(vdi.$SR ?? "");
	if (own?.type === "SR" && isVisible(own, host, objects)) return own;
	const pool = objects.find(host.$pool);
	const id = pool?.type === "pool" ? pool.default_SR : undefined;
	const fallback = objects.find(id ?? "");
	if (fallback?.type === "SR" && isVisible(fallback, host, objects)) {
		return fallback;
	}
	throw invalidParameters(
		`name an SR for the disk ${vdi.name_label || vdi.id}: the host ${host.name_label} does not see its own, and the pool has no default SR there`,
		{ vdi: vdi.id },
	);
}

/** The disks of the VM, and those of its snapshots, which go along. */
function planDisks(
	vm: AnyVm,
	wish: MigrationWish,
	objects: ObjectLookup,
): PlannedDisk[] {
	const own = [...disksOf(vm, objects)].map((vdi) => ({
		vdi,
		sr: targetOf(vdi, wish, objects),
	}));
	const srOf = new Map(own.map(({ vdi, sr }) => [vdi.id, sr]));
	const snapshots = vm.type === "VM" ? vm.snapshots : [];
	const older = snapshots.flatMap((id) => {
		const snapshot = id === null ? undefined : objects.find(id);
		if (snapshot?.type !== "VM-snapshot") return [];
		return [...disksOf(snapshot, objects)].map((vdi) => {
			const origin = vdi.type === "VDI-snapshot" ? vdi.$snapshot_of : "";
			const beside = wish.srs.has(vdi.id) ? undefined : srOf.get(origin ?? "");
			return { vdi, sr: beside ?? targetOf(vdi, wish, objects) };
		});
	});
	return [...own, ...older];
}

/** Networks are mapped between pools only: within one, cards stay where they
 *  are. */
function planNetworks(
	vm: AnyVm,
	{ host, networks }: MigrationWish,
	objects: ObjectLookup,
): Record<string, string> {
	if (host.$pool === vm.$pool) {
		if (networks.size === 0) return {};
		throw invalidParameters(
			"mapVifsNetworks: networks change between pools only; within a pool, move the VIF",
		);
	}
	const there = [...objects.ofType("network")].filter(
		(it) => it.type === "network" && it.$pool === host.$pool,
	) as Network[];
	const plan: Record<string, string> = {};
	for (const id of vm.VIFs) {
		const vif = id === null ? undefined : objects.find(id);
		if (vif?.type !== "VIF") continue;
		const here = objects.find(vif.$network ?? "");
		const name = here?.type === "network" ? here.name_label : undefined;
		const target =
			networks.get(vif.id) ?? there.find((it) => it.name_label === name);
		if (target === undefined) {
			throw invalidParameters(
				`mapVifsNetworks: name a network for the VIF ${vif.id}: the other pool has none called ${name}`,
				{ vif: vif.id },
			);
		}
		plan[vif._xapiRef] = target._xapiRef;
	}
	return plan;
}

/** @throws ApiError `invalidParameters` when something has nowhere to go */
export function planMigration(
	vm: AnyVm,
	wish: MigrationWish,
	objects: ObjectLookup,
): MigrationPlan {
	const disks = planDisks(vm, wish, objects);
	for (const { vdi, sr } of disks) {
		if (sr.$pool === wish.host.$pool) continue;
		throw invalidParameters(
			`the SR ${sr.name_label} of the disk ${vdi.name_label} is not in the pool of the host`,
		);
	}
	return {
		vdiMap: Object.fromEntries(
			disks.map(({ vdi, sr }) => [vdi._xapiRef, sr._xapiRef]),
		),
		vifMap: planNetworks(vm, wish, objects),
		moving: disks
			.filter(({ vdi, sr }) => vdi.$SR !== sr.id)
			.map(({ vdi }) => vdi),
	};
}

/** The network over which a host receives: that of the pool's settings, else
 *  that of its management.
 *  @throws ApiError `invalidParameters` when there is none */
export function receivingNetwork(host: Host, objects: ObjectLookup): Network {
	const pool = objects.find(host.$pool);
	const chosen =
		pool?.type === "pool" ? pool.otherConfig["xo:migrationNetwork"] : undefined;
	const managing = host.PIFs.map((id) =>
		id === null ? undefined : objects.find(id),
	).find((pif) => pif?.type === "PIF" && pif.management);
	for (const id of [
		chosen,
		managing?.type === "PIF" ? managing.$network : undefined,
	]) {
		const network = objects.find(id ?? "");
		if (network?.type === "network") return network;
	}
	throw invalidParameters(
		`migrationNetwork: name one, as the host ${host.name_label} has no management network`,
	);
}
