import type { Duplex } from "node:stream";
import { NATIVE_FORMAT } from "./pixel-format.ts";
import type { SocketReader } from "./socket-reader.ts";

const VERSION_BYTES = 12;
const NO_AUTHENTICATION = 1;

/** Agrees on the version (3.3, 3.7 or 3.8) and on no authentication.
 *  @returns false when the viewer wants something else */
export async function agree(
	socket: Duplex,
	reader: SocketReader,
): Promise<boolean> {
	socket.write("RFB 003.008\n");
	const text = (await reader.read(VERSION_BYTES)).toString("latin1");
	const minor = Number(/^RFB 003\.(\d{3})\n$/.exec(text)?.[1] ?? Number.NaN);
	if (Number.isNaN(minor)) return false;
	if (minor < 7) {
		socket.write(Buffer.from([0, 0, 0, NO_AUTHENTICATION]));
	} else {
		socket.write(Buffer.from([1, NO_AUTHENTICATION]));
		const [chosen] = await reader.read(1);
		if (chosen !== NO_AUTHENTICATION) return false;
		if (minor >= 8) socket.write(Buffer.alloc(4));
	}
	// Whether others may look too: they may.
	await reader.read(1);
	return true;
}

export function serverInit(options: {
	readonly width: number;
	readonly height: number;
	readonly name: string;
}): Buffer {
	const name = Buffer.from(options.name);
	const init = Buffer.alloc(24);
	init.writeUInt16BE(options.width, 0);
	init.writeUInt16BE(options.height, 2);
	NATIVE_FORMAT.copy(init, 4);
	init.writeUInt32BE(name.length, 20);
	return Buffer.concat([init, name]);
}
