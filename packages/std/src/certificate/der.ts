/* The few DER forms that an X.509 certificate needs. */

function wrap(tag: number, content: Buffer): Buffer {
	const { length } = content;
	if (length < 0x80)
		return Buffer.concat([Buffer.from([tag, length]), content]);
	const digits: number[] = [];
	for (let rest = length; rest > 0; rest >>>= 8) digits.unshift(rest & 0xff);
	const header = Buffer.from([tag, 0x80 | digits.length, ...digits]);
	return Buffer.concat([header, content]);
}

export function sequence(...items: readonly Buffer[]): Buffer {
	return wrap(0x30, Buffer.concat(items));
}

export function set(...items: readonly Buffer[]): Buffer {
	return wrap(0x31, Buffer.concat(items));
}

/** A positive integer, most significant byte first; DER wants it shortest. */
export function integer(bytes: Buffer): Buffer {
	const start = bytes.findIndex((byte) => byte !== 0);
	const digits = start < 0 ? Buffer.alloc(1) : bytes.subarray(start);
	const isNegative = ((digits[0] ?? 0) & 0x80) !== 0;
	return wrap(
		0x02,
		isNegative ? Buffer.concat([Buffer.alloc(1), digits]) : digits,
	);
}

export function boolean(value: boolean): Buffer {
	return wrap(0x01, Buffer.from([value ? 0xff : 0]));
}

export function bitString(bytes: Buffer): Buffer {
	return wrap(0x03, Buffer.concat([Buffer.alloc(1), bytes]));
}

export function octetString(bytes: Buffer): Buffer {
	return wrap(0x04, bytes);
}

export function utf8String(text: string): Buffer {
	return wrap(0x0c, Buffer.from(text, "utf8"));
}

/** `1.2.840.10045.4.3.2` */
export function objectIdentifier(text: string): Buffer {
	const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
	const bytes = [first * 40 + second];
	for (const arc of rest) {
		const digits = [arc & 0x7f];
		for (let high = arc >>> 7; high > 0; high >>>= 7) {
			digits.unshift((high & 0x7f) | 0x80);
		}
		bytes.push(...digits);
	}
	return wrap(0x06, Buffer.from(bytes));
}

/** UTCTime up to 2049, GeneralizedTime after. */
export function time(date: Date): Buffer {
	const digits = `${date.toISOString().replace(/[-T:]/g, "").slice(0, 14)}Z`;
	return date.getUTCFullYear() < 2050
		? wrap(0x17, Buffer.from(digits.slice(2)))
		: wrap(0x18, Buffer.from(digits));
}

/** A context-specific element: constructed around others, or primitive. */
export function tagged(
	number: number,
	content: Buffer,
	{ isConstructed }: { readonly isConstructed: boolean },
): Buffer {
	return wrap((isConstructed ? 0xa0 : 0x80) | number, content);
}
