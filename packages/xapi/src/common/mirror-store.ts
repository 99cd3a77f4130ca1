import { reconcile } from "./deep-equal.ts";

export type AnyRecord = Readonly<Record<string, unknown>>;

const NO_RECORDS: ReadonlyMap<string, AnyRecord> = new Map();

/** The records of a pool by class and ref, as of the last batch. A record is
 *  never changed in place, and is the same object for as long as it is equal. */
export class MirrorStore {
	readonly #classes = new Map<string, Map<string, AnyRecord>>();

	/** Records of a class (`"VM"`, `"host"`, ...; as XAPI spells it) by ref. */
	records(className: string): ReadonlyMap<string, AnyRecord> {
		return this.#classes.get(className) ?? NO_RECORDS;
	}

	find(className: string, ref: string): AnyRecord | undefined {
		return this.#classes.get(className)?.get(ref);
	}

	/** Classes that were loaded, also empty ones. */
	classNames(): Iterable<string> {
		return this.#classes.keys();
	}

	/** For the watcher only. @returns the record before. */
	write(className: string, ref: string, record: AnyRecord): AnyRecord {
		const records = this.#ensure(className);
		const kept = reconcile(records.get(ref), record);
		records.set(ref, kept);
		return kept;
	}

	/** For the watcher only. */
	remove(className: string, ref: string): void {
		this.#classes.get(className)?.delete(ref);
	}

	/** For the watcher only: the class exists, if empty. */
	addClass(className: string): void {
		this.#ensure(className);
	}

	#ensure(className: string): Map<string, AnyRecord> {
		let records = this.#classes.get(className);
		if (records === undefined) {
			records = new Map();
			this.#classes.set(className, records);
		}
		return records;
	}
}
