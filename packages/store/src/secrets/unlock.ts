import { StoreError } from "../errors.ts";
import { createKeyFile, readKeyFile } from "./key-file.ts";
import { SecretBox } from "./secret-box.ts";

const CHECK_PLACE = { table: "meta", column: "value", id: "key_check" };
const CHECK_TEXT = "xo";

export interface UnlockOptions {
	readonly keyFile: string;
	/** Of the database, for messages. */
	readonly location: string;
	/** The proof that the database keeps of its key, if it has one. */
	readonly keyCheck: string | undefined;
	/** Keeps the proof of a new key. */
	readonly saveKeyCheck: (keyCheck: string) => Promise<void>;
}

/** Gives the box that opens this database's secrets; makes the key at the
 *  first start, never later: a lost key must not pass unnoticed.
 *  @throws StoreError `wrong-key`, `insecure-key`, `unreachable` */
export async function unlockSecrets(
	options: UnlockOptions,
): Promise<SecretBox> {
	const { keyFile, location, keyCheck } = options;
	const key = await readKeyFile(keyFile);
	if (keyCheck === undefined) {
		const box = new SecretBox(key ?? (await createKeyFile(keyFile)));
		await options.saveKeyCheck(box.seal(CHECK_PLACE, CHECK_TEXT));
		return box;
	}
	if (key === undefined) {
		throw new StoreError(
			"wrong-key",
			`the key file ${keyFile} is missing, and the database ${location} was encrypted with one: restore it from a backup`,
		);
	}
	const box = new SecretBox(key);
	try {
		box.open(CHECK_PLACE, keyCheck);
		return box;
	} catch (cause) {
		throw new StoreError(
			"wrong-key",
			`the key file ${keyFile} is not the one that encrypted the database ${location}: restore the right one`,
			{ cause },
		);
	}
}
