import {
	type Argon2Parameters,
	argon2,
	randomBytes,
	timingSafeEqual,
} from "node:crypto";
import { promisify } from "node:util";
import { type Argon2Hash, formatHash, parseHash } from "./argon2-hash.ts";
import { type Lane, WorkQueue } from "./work-queue.ts";

const derive = promisify(argon2);

const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const PARALLELISM = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** A hash takes a core and 19 MiB for about 50 ms: never all cores at once,
 *  and nobody waits for more than some seconds. */
const MAX_AT_ONCE = 2;
const MAX_WAITING = 64;
const MAX_OF_ADDRESS = 16;

/** For whom a password is hashed, and when to give up. */
export interface HashOptions {
	readonly lane?: Lane;
	readonly signal?: AbortSignal;
}

/** Whoever is signed in already. */
const OWN_LANE: Lane = { key: "", isKnown: true };

/** What an unknown user's password is compared with. */
const NOBODY: Argon2Hash = {
	memoryKib: MEMORY_KIB,
	passes: PASSES,
	parallelism: PARALLELISM,
	salt: Buffer.alloc(SALT_BYTES),
	tag: Buffer.alloc(TAG_BYTES),
};

/** Hashes passwords with argon2id and compares them with their hashes. */
export class PasswordHasher {
	readonly #queue: WorkQueue;

	constructor({ maxWaiting = MAX_WAITING } = {}) {
		this.#queue = new WorkQueue({
			maxAtOnce: MAX_AT_ONCE,
			maxWaiting,
			maxOfLane: MAX_OF_ADDRESS,
		});
	}

	/** The hash in PHC format, with a salt of its own.
	 *  @throws ApiError `tooManyRequests` when too many wait */
	async hash(password: string, options: HashOptions = {}): Promise<string> {
		const fresh = { ...NOBODY, salt: randomBytes(SALT_BYTES) };
		const tag = await this.#derive(password, fresh, options);
		return formatHash({ ...fresh, tag });
	}

	/** False, after the same time, where there is no hash to compare with.
	 *  @throws ApiError `tooManyRequests` when too many wait */
	async verify(
		password: string,
		passwordHash: string | undefined,
		options: HashOptions = {},
	): Promise<boolean> {
		const known =
			passwordHash === undefined ? undefined : parseHash(passwordHash);
		const expected = known ?? NOBODY;
		const tag = await this.#derive(password, expected, options);
		return timingSafeEqual(tag, expected.tag) && known !== undefined;
	}

	#derive(
		password: string,
		{ memoryKib, passes, parallelism, salt, tag }: Argon2Hash,
		{ lane = OWN_LANE, signal }: HashOptions,
	): Promise<Buffer> {
		const parameters: Argon2Parameters = {
			// One form, whichever keyboard composed the characters.
			message: password.normalize("NFC"),
			nonce: salt,
			memory: memoryKib,
			passes,
			parallelism,
			tagLength: tag.length,
		};
		return this.#queue.run(() => derive("argon2id", parameters), {
			lane,
			signal,
		});
	}
}
