import { createVif } from "../pools/devices.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { type Creation, findInPool } from "./creation.ts";

/** Brings the VIFs that came with the template to what is wanted. */
export async function makeVifs(creation: Creation): Promise<void> {
	const { call, wanted } = creation;
	const { xapi, ref } = call;
	const { vifsToRemove: removed, vifs } = wanted;
	if (removed === "all" || removed.length > 0) {
		for (const vif of await xapi.call("VM.get_VIFs", ref)) {
			const device = await xapi.call("VIF.get_device", vif);
			if (removed === "all" || removed.includes(device)) {
				await xapi.call("VIF.destroy", vif);
			}
		}
	}
	for (const { networkId, ...vif } of vifs) {
		const network = findInPool(creation, "network", networkId);
		await createVif(
			{ xapi, vm: ref },
			{ ...vif, network: xapiRefOf(network, "network") },
		);
	}
}
