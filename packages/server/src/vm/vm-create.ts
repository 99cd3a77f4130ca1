import { invalidParameters } from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Ref } from "@xo/xapi-wire";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";
import { type Creation, findInPool } from "./creation.ts";
import { setBootSource } from "./vm-create-boot.ts";
import { changeDisks, makeDisks, removeWithDisks } from "./vm-create-disks.ts";
import { makeVifs } from "./vm-create-vifs.ts";
import type { ObjectLookup } from "./vm-power.ts";
import { checkMemory, setVm } from "./vm-settings.ts";

const NULL_REF = "OpaqueRef:NULL";

/** Finds every object named, before anything is made. */
function checkWishes(creation: Creation): void {
	const { wanted, template } = creation;
	const [missing] = wanted.unsupported;
	if (missing !== undefined) {
		throw invalidParameters(
			`${missing}: cloud-init drives are not available in this version`,
		);
	}
	for (const { srId } of [...wanted.newDisks, ...wanted.diskChanges]) {
		if (srId !== undefined) findInPool(creation, "SR", srId);
	}
	for (const { networkId } of wanted.vifs) {
		findInPool(creation, "network", networkId);
	}
	const { affinityHost, suspendSr } = wanted.settings;
	if (affinityHost) findInPool(creation, "host", affinityHost);
	if (suspendSr) findInPool(creation, "SR", suspendSr);
	checkMemory(template, wanted.settings);
}

/** Makes a VM from a template; gives its uuid. What was begun is taken back
 *  when it fails. */
export async function createVm(creation: Creation): Promise<string> {
	checkWishes(creation);
	const { template, wanted } = creation;
	const source = template._xapiRef;
	const ref = (await (wanted.isClone
		? runAsync(creation.call, "VM.clone", [source, wanted.name])
		: runAsync(creation.call, "VM.copy", [
				source,
				wanted.name,
				NULL_REF,
			]))) as Ref<"VM">;
	const { xapi } = creation.call;
	const made = { ...creation, call: { ...creation.call, ref } };
	try {
		const uuid = await xapi.call("VM.get_uuid", ref);
		await furnish(made, uuid);
		if (wanted.startsAfterwards) await start(made);
		return uuid;
	} catch (error) {
		await removeWithDisks(made.call).catch((cleanupError: unknown) => {
			made.call.task?.warn(
				`the unfinished VM ${wanted.name} stays: ${messageOf(cleanupError)}`,
			);
		});
		throw error;
	}
}

async function furnish(creation: Creation, uuid: string): Promise<void> {
	const { call, wanted, template, objects } = creation;
	const { xapi, ref } = call;
	const target = { xapi, className: "VM", ref };
	// The disks come from the wishes: the template's list may name no SR.
	await writeMapKey(target, "other_config", ["disks", null]);
	await runAsync(call, "VM.provision", [ref]);
	const asNew = {
		...call,
		// Of the template, with whose values the VM begins.
		vm: {
			...template,
			uuid,
			power_state: "Halted" as const,
			// A memory that is asked for is also the most that it can get.
			memory: {
				...template.memory,
				static: [template.memory.static[0], 0] as [number, number],
			},
		},
	};
	await setVm(asNew, wanted.settings, (id) => {
		const object = objects.find(id);
		if (object === undefined) throw invalidParameters(`no such object ${id}`);
		return object;
	});
	await noteOrigin(creation, uuid);
	for (const tag of wanted.tags) await xapi.call("VM.add_tags", ref, tag);
	await setBootSource(creation);
	await changeDisks(creation);
	await makeDisks(creation);
	await makeVifs(creation);
	await addHardware(creation);
}

/** As existing clients read it. */
async function noteOrigin(creation: Creation, uuid: string): Promise<void> {
	const { call, template, userId, now } = creation;
	const origin = {
		date: new Date(now).toISOString(),
		template: template.uuid,
		...(userId === undefined ? {} : { user: userId }),
	};
	await writeMapKey(
		{ xapi: call.xapi, className: "VM", ref: call.ref },
		"other_config",
		[`xo:${uuid.slice(0, 8)}`, JSON.stringify({ creation: origin })],
	);
}

async function addHardware(creation: Creation): Promise<void> {
	const { call, wanted, vgpu, objects, template } = creation;
	const { xapi, ref } = call;
	if (wanted.copiesBiosStrings) {
		const hostId =
			wanted.settings.affinityHost ?? masterOf(objects, template.$pool);
		const host = findInPool(creation, "host", hostId);
		await xapi.call("VM.copy_bios_strings", ref, xapiRefOf(host, "host"));
	}
	if (wanted.hasVtpm) await xapi.call("VTPM.create", ref, false);
	if (vgpu !== undefined) {
		const { group, type } = vgpu;
		await xapi.call(
			"VGPU.create",
			ref,
			xapiRefOf(group, "GPU_group"),
			"0",
			{},
			...(type === undefined ? [] : ([xapiRefOf(type, "VGPU_type")] as const)),
		);
	}
}

function masterOf(objects: ObjectLookup, poolId: string): string {
	const pool = objects.find(poolId);
	return (pool?.type === "pool" ? pool.master : undefined) ?? "";
}

/** The VM stays when it does not start: the caller sees why in the task. */
async function start({ call }: Creation): Promise<void> {
	try {
		await runAsync(call, "VM.start", [call.ref, false, false]);
	} catch (error) {
		call.task?.warn(`the VM was made but does not start: ${messageOf(error)}`);
	}
}
