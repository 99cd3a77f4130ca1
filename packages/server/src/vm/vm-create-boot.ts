import { invalidParameters } from "@xo/contract";
import { createVbd } from "../pools/devices.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";
import { type Creation, findInPool } from "./creation.ts";

const CD_POSITION = "3";

/** From where the VM installs itself. */
export async function setBootSource(creation: Creation): Promise<void> {
	const { wanted, call, template } = creation;
	const { install } = wanted;
	if (install === undefined) return;
	const target = { xapi: call.xapi, className: "VM", ref: call.ref };
	const isHvm = template.virtualizationMode === "hvm";
	if (install.method === "cdrom") {
		await insertIso(creation, install.repository);
		if (!isHvm) {
			await writeMapKey(target, "other_config", [
				"install-repository",
				"cdrom",
			]);
		}
		return;
	}
	if (isHvm) {
		const order = template.boot.order ?? "cdn";
		await writeMapKey(target, "HVM_boot_params", [
			"order",
			`n${order.replaceAll("n", "")}`,
		]);
		return;
	}
	if (install.repository === "") {
		throw invalidParameters(
			"installation: this template installs from a repository, so name one",
		);
	}
	await writeMapKey(target, "other_config", [
		"install-repository",
		install.repository,
	]);
}

async function insertIso(creation: Creation, id: string): Promise<void> {
	const { xapi, ref } = creation.call;
	const iso = xapiRefOf(findInPool(creation, "VDI", id), "VDI");
	for (const vbd of await xapi.call("VM.get_VBDs", ref)) {
		if ((await xapi.call("VBD.get_type", vbd)) !== "CD") continue;
		if (!(await xapi.call("VBD.get_empty", vbd))) {
			await xapi.call("VBD.eject", vbd);
		}
		await xapi.call("VBD.insert", vbd, iso);
		await xapi.call("VBD.set_bootable", vbd, true);
		return;
	}
	const free = await xapi.call("VM.get_allowed_VBD_devices", ref);
	await createVbd(
		{ xapi, vm: ref },
		{
			vdi: iso,
			type: "CD",
			bootable: true,
			position: free.includes(CD_POSITION) ? CD_POSITION : undefined,
		},
	);
}
