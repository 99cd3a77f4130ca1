/** A WebSocket text frame as a server sends it (RFC 6455, section 5.2): final,
 *  not masked. */
export function encodeTextFrame(payload: Buffer | string): Buffer {
	const length = Buffer.byteLength(payload);
	const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(start + length);
	frame[0] = 0x81;
	if (start === 2) frame[1] = length;
	else if (start === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	if (typeof payload === "string") frame.write(payload, start);
	else payload.copy(frame, start);
	return frame;
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
