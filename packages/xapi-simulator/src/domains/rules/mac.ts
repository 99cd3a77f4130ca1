import { createHash } from "node:crypto";

const MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i;

/** Whether it is a unicast MAC address. */
export function isMac(text: string): boolean {
	return MAC.test(text) && (Number.parseInt(text.slice(0, 2), 16) & 1) === 0;
}

function md5(data: Buffer | string): Buffer {
	return createHash("md5").update(data).digest();
}

/** The MAC address of a VM's device that its seed implies: bytes of an md5
 *  chain, as a locally administered unicast address. */
export function deriveMac(seed: string, device: number): string {
	let hash: Buffer = Buffer.from(seed);
	for (let step = 0; step <= device * 2; step++) hash = md5(hash);
	const next = md5(hash);
	const bytes = [...hash.subarray(0, 4), ...next.subarray(1, 3)];
	bytes[0] = ((bytes[0] ?? 0) & 0xfe) | 0x02;
	return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":");
}
