import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	hkdfSync,
	randomBytes,
} from "node:crypto";
import { StoreError } from "../errors.ts";

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1.";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a secret stands. It is authenticated with the secret, so that one
 *  row's value cannot be moved to another. */
export interface SecretPlace {
	readonly table: string;
	readonly column: string;
	readonly id: string;
}

function associatedData({ table, column, id }: SecretPlace): Buffer {
	return Buffer.from([table, column, id].join("\0"));
}

/** Encrypts single values at rest: AES-256-GCM, a random nonce each. */
export class SecretBox {
	readonly #key: Buffer;
	/** Apart from the key that encrypts. */
	readonly #derivationKey: Buffer;

	constructor(key: Buffer) {
		this.#key = key;
		this.#derivationKey = Buffer.from(
			hkdfSync("sha256", key, "", "xo-store-derived-secrets", 32),
		);
	}

	/** 32 bytes that only this key gives for the label, as 43 characters. */
	derive(label: string): string {
		return createHmac("sha256", this.#derivationKey)
			.update(label)
			.digest("base64url");
	}

	seal(place: SecretPlace, secret: string): string {
		const nonce = randomBytes(NONCE_BYTES);
		const cipher = createCipheriv(ALGORITHM, this.#key, nonce);
		cipher.setAAD(associatedData(place));
		const sealed = Buffer.concat([
			nonce,
			cipher.update(secret, "utf8"),
			cipher.final(),
			cipher.getAuthTag(),
		]);
		return VERSION + sealed.toString("base64url");
	}

	/** @throws StoreError `corrupt` for another key, place or a changed value */
	open(place: SecretPlace, sealed: string): string {
		try {
			if (!sealed.startsWith(VERSION)) throw new Error("unknown version");
			const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
			const end = bytes.length - TAG_BYTES;
			const nonce = bytes.subarray(0, NONCE_BYTES);
			const decipher = createDecipheriv(ALGORITHM, this.#key, nonce, {
				authTagLength: TAG_BYTES,
			});
			decipher.setAAD(associatedData(place));
			decipher.setAuthTag(bytes.subarray(end));
			const text = decipher.update(bytes.subarray(NONCE_BYTES, end));
			return Buffer.concat([text, decipher.final()]).toString("utf8");
		} catch (cause) {
			throw new StoreError(
				"corrupt",
				`the secret in ${place.table}.${place.column} of ${place.id} was changed or moved`,
				{ cause },
			);
		}
	}
}
