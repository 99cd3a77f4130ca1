const FIRST = 20;
const LAST_SECOND_BYTE = 250;
const PER_BLOCK = 254;
const BLOCKS_PER_SECOND_BYTE = 256;

let count = 0;

/** The next loopback address of this process that no host uses yet:
 *  127.20.0.1, 127.20.0.2… It begins anew once they are used up. */
export function nextLoopbackAddress(): string {
	const index = count++;
	const last = (index % PER_BLOCK) + 1;
	const block = Math.floor(index / PER_BLOCK);
	const third = block % BLOCKS_PER_SECOND_BYTE;
	const second =
		FIRST +
		(Math.floor(block / BLOCKS_PER_SECOND_BYTE) % (LAST_SECOND_BYTE - FIRST));
	return `127.${second}.${third}.${last}`;
}

/** Where the system has one loopback address only. */
export const ONLY_LOOPBACK_ADDRESS = "127.0.0.1";
