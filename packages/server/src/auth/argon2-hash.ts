export interface Argon2Hash {
	readonly memoryKib: number;
	readonly passes: number;
	readonly parallelism: number;
	readonly salt: Buffer;
	readonly tag: Buffer;
}

const FORMAT =
	/^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;
/** A hash from elsewhere may not cost more than this. */
const MAX_MEMORY_KIB = 256 * 1024;
const MAX_PASSES = 16;
const MAX_PARALLELISM = 16;

const encode = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");

/** PHC string format (github.com/P-H-C/phc-string-format). */
export function formatHash(hash: Argon2Hash): string {
	const { memoryKib, passes, parallelism, salt, tag } = hash;
	const cost = `m=${memoryKib},t=${passes},p=${parallelism}`;
	return `$argon2id$v=19$${cost}$${encode(salt)}$${encode(tag)}`;
}

/** `undefined` for any other format, and for costs that we would not pay. */
export function parseHash(text: string): Argon2Hash | undefined {
	const match = FORMAT.exec(text);
	if (match === null) return undefined;
	const [, memory, passes, parallelism, salt = "", tag = ""] = match;
	const hash = {
		memoryKib: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		salt: Buffer.from(salt, "base64"),
		tag: Buffer.from(tag, "base64"),
	};
	return isAffordable(hash) ? hash : undefined;
}

function isAffordable({ memoryKib, passes, parallelism }: Argon2Hash): boolean {
	return (
		memoryKib <= MAX_MEMORY_KIB &&
		passes >= 1 &&
		passes <= MAX_PASSES &&
		parallelism >= 1 &&
		parallelism <= MAX_PARALLELISM &&
		memoryKib >= 8 * parallelism
	);
}
