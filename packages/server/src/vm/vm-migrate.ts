import { invalidParameters, type XoObjectOf } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref } from "@xo/xapi-wire";
import { callByName, runAsync, xapiRefOf } from "../pools/refs.ts";
import {
	type MigrationPlan,
	type MigrationWish,
	planMigration,
	receivingNetwork,
} from "./migration-plan.ts";
import type { VmCall } from "./vm-call.ts";
import type { ObjectLookup } from "./vm-power.ts";

export interface MigrateOptions extends MigrationWish {
	readonly network: XoObjectOf<"network"> | undefined;
	/** The host's pool. */
	readonly targetXapi: Xapi;
	readonly force?: boolean | undefined;
	readonly bypassAssert?: boolean | undefined;
}

/** Moves a VM: with its memory alone where it keeps its disks, else with the
 *  disks that change their SR. */
export async function migrateVm(
	call: VmCall,
	objects: ObjectLookup,
	options: MigrateOptions,
): Promise<void> {
	const { vm } = call;
	const { host, network, sr, srs, networks } = options;
	if (network !== undefined && network.$pool !== host.$pool) {
		throw invalidParameters(
			"migrationNetwork: it is not in the pool of the host",
		);
	}
	const force: Readonly<Record<string, string>> = options.force
		? { force: "true" }
		: {};
	const isPlain =
		host.$pool === vm.$pool &&
		vm.power_state === "Running" &&
		sr === undefined &&
		srs.size === 0 &&
		networks.size === 0;
	if (isPlain) {
		await runAsync(call, "VM.pool_migrate", [
			vm._xapiRef,
			host._xapiRef,
			{
				live: "true",
				...force,
				...(network === undefined ? {} : { network: network._xapiRef }),
			},
		]);
		return;
	}
	await send(call, objects, { ...options, flags: force });
}

/** Sends a VM with its disks.
 *  @returns the ref that it has there */
async function send(
	call: VmCall,
	objects: ObjectLookup,
	options: MigrateOptions & {
		readonly flags: Readonly<Record<string, string>>;
	},
): Promise<string> {
	const { vm, xapi } = call;
	const { host, targetXapi, flags } = options;
	const plan = planMigration(vm, options, objects);
	const network = options.network ?? receivingNetwork(host, objects);
	const destination = await targetXapi.call(
		"host.migrate_receive",
		xapiRefOf(host, "host"),
		xapiRefOf(network, "network"),
		{},
	);
	const params = [
		vm._xapiRef,
		destination,
		true,
		plan.vdiMap,
		plan.vifMap,
		flags,
	];
	await stopTracking(call, plan);
	if (!options.bypassAssert) {
		await callByName(xapi, "VM.assert_can_migrate", params);
	}
	return await runAsync(call, "VM.migrate_send", params);
}

/** Changed blocks cannot be tracked across SRs: pools refuse to move a disk
 *  that tracks them. */
export async function stopTracking(
	{ xapi, task }: Pick<VmCall, "xapi" | "task">,
	{ moving }: Pick<MigrationPlan, "moving">,
): Promise<void> {
	for (const vdi of moving) {
		if (!vdi.cbt_enabled) continue;
		await xapi.call("VDI.disable_cbt", xapiRefOf(vdi, "VDI"));
		task?.warn(
			`changed block tracking of the disk ${vdi.id} is off: it cannot be moved with it`,
		);
	}
}

/** Copies a VM with its disks to an SR.
 *  @returns uuid of the copy */
export async function copyVm(
	call: VmCall,
	objects: ObjectLookup,
	options: {
		readonly name: string;
		readonly sr: XoObjectOf<"SR">;
		/** The SR's pool. */
		readonly targetXapi: Xapi;
	},
): Promise<string> {
	const { vm } = call;
	const { name, sr, targetXapi } = options;
	if (sr.$pool === vm.$pool) {
		const ref = await runAsync(call, "VM.copy", [
			vm._xapiRef,
			name,
			sr._xapiRef,
		]);
		return await call.xapi.call("VM.get_uuid", ref as Ref<"VM">);
	}
	const ref = (await send(call, objects, {
		host: hostOf(sr, objects),
		sr,
		srs: new Map(),
		networks: new Map(),
		network: undefined,
		targetXapi,
		flags: { copy: "true" },
	})) as Ref<"VM">;
	await targetXapi.call("VM.set_name_label", ref, name);
	return await targetXapi.call("VM.get_uuid", ref);
}

/** A host that can write to the SR. */
function hostOf(
	sr: XoObjectOf<"SR">,
	objects: ObjectLookup,
): XoObjectOf<"host"> {
	for (const id of sr.$PBDs) {
		const pbd = id === null ? undefined : objects.find(id);
		if (pbd?.type !== "PBD" || !pbd.attached) continue;
		const host = objects.find(pbd.host ?? "");
		if (host?.type === "host" && host.enabled) return host;
	}
	throw invalidParameters(
		`the SR ${sr.name_label} is not connected to any enabled host`,
	);
}
