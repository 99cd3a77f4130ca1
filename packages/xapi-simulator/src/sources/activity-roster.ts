import type { Database, DbRecord, Ref } from "../core/types.ts";
import type { Random } from "./random.ts";

const MAX_PICKS = 20;

export interface PickedVm {
	readonly ref: Ref;
	readonly record: DbRecord;
}

/** The VMs that an administrator sees: no templates, snapshots, control
 *  domains. */
export class VmRoster implements Disposable {
	readonly #db: Database;
	readonly #random: Random;
	readonly #subscription: Disposable;
	#refs: Ref[] | undefined;

	constructor(db: Database, random: Random) {
		this.#db = db;
		this.#random = random;
		this.#subscription = db.onChange(({ className, operation }) => {
			if (className === "VM" && operation !== "mod") this.#refs = undefined;
		});
	}

	/** A random VM that fits, after some tries. */
	pick(fits: (vm: DbRecord) => boolean): PickedVm | undefined {
		this.#refs ??= this.#list();
		if (this.#refs.length === 0) return undefined;
		for (let attempt = 0; attempt < MAX_PICKS; attempt++) {
			const ref = this.#random.pick(this.#refs);
			const record = this.#db.find("VM", ref);
			if (record !== undefined && isPlain(record) && fits(record)) {
				return { ref, record };
			}
		}
		return undefined;
	}

	[Symbol.dispose](): void {
		this.#subscription[Symbol.dispose]();
	}

	#list(): Ref[] {
		return this.#db.refs("VM").filter((ref) => {
			const record = this.#db.find("VM", ref);
			return record !== undefined && isPlain(record);
		});
	}
}

function isPlain(vm: DbRecord): boolean {
	return vm.is_a_template !== true && vm.is_control_domain !== true;
}
