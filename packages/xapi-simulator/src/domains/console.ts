import type { Pool, Ref } from "../core/types.ts";
import { isHvm } from "./facts.ts";
import { addressOf } from "./placement.ts";
import { list, map, ref } from "./record.ts";

/** Gives a running VM its consoles, served by the host it runs on. */
export function openConsoles(pool: Pool, vmRef: Ref): void {
	const { db } = pool;
	const vm = db.get("VM", vmRef);
	const address = addressOf(db.get("host", ref(vm, "resident_on")));
	const hasSerial = map(vm, "platform").hvm_serial !== undefined;
	const protocols = isHvm(pool, vm) && !hasSerial ? ["rfb"] : ["rfb", "vt100"];
	for (const protocol of protocols) {
		const uuid = pool.newUuid();
		db.create("console", {
			uuid,
			protocol,
			location: `https://${address}/console?uuid=${uuid}`,
			VM: vmRef,
			other_config: {},
		});
	}
}

export function closeConsoles(pool: Pool, vmRef: Ref): void {
	for (const console of list(pool.db.get("VM", vmRef), "consoles")) {
		pool.db.destroy("console", console);
	}
}
