/** A WebSocket text frame as a server sends it (RFC 6455, section 5.2): final,
 *  not masked. */
function encodeTextFrame(payload: Buffer): Buffer {
	const { length } = payload;
	const isShort = length < 126;
	const isMedium = length < 65_536;
	const header = Buffer.alloc(isShort ? 2 : isMedium ? 4 : 10);
	header[0] = 0x81;
	if (isShort) header[1] = length;
	else if (isMedium) {
		header[1] = 126;
		header.writeUInt16BE(length, 2);
	} else {
		header[1] = 127;
		header.writeBigUInt64BE(BigInt(length), 2);
	}
	return Buffer.concat([header, payload]);
}

const encoded = new WeakMap<Buffer, Buffer>();

/** The frame of a payload that many connections are sent: made once, it goes
 *  out by one write each. */
export function textFrameOf(payload: Buffer): Buffer {
	let frame = encoded.get(payload);
	if (frame === undefined) {
		frame = encodeTextFrame(payload);
		encoded.set(payload, frame);
	}
	return frame;
}
