import type {
	CallContext,
	DbRecord,
	FieldValue,
	Pool,
	Ref,
} from "../core/types.ts";
import { XapiFailure } from "../core/types.ts";
import type { PickedVm, VmRoster } from "./activity-roster.ts";
import type { Random } from "./random.ts";

const MAX_AT_ONCE = 8;
/** Then the oldest one goes, so that a pool does not grow for ever. */
const MAX_SNAPSHOTS = 10;

interface LifecycleGround {
	readonly pool: Pool;
	readonly random: Random;
	readonly roster: VmRoster;
	readonly onError: (error: unknown) => void;
}

/** Starts, stops, suspends and snapshots VMs as a caller would. */
export class LifecycleChanges implements Disposable {
	readonly #pool: Pool;
	readonly #random: Random;
	readonly #roster: VmRoster;
	readonly #onError: (error: unknown) => void;
	readonly #stop = new AbortController();
	readonly #snapshots: Ref[] = [];
	#running = 0;

	constructor(ground: LifecycleGround) {
		this.#pool = ground.pool;
		this.#random = ground.random;
		this.#roster = ground.roster;
		this.#onError = ground.onError;
	}

	next(): void {
		const vm = this.#roster.pick(isIdle);
		if (vm === undefined || this.#running >= MAX_AT_ONCE) return;
		this.#running++;
		void this.#change(vm)
			.catch((error: unknown) => {
				// A VM without tools, a full host: the pool says no, as it should.
				if (!(error instanceof XapiFailure)) this.#onError(error);
			})
			.finally(() => this.#running--);
	}

	[Symbol.dispose](): void {
		this.#stop.abort(new XapiFailure("TASK_CANCELLED", [""]));
	}

	#change(vm: PickedVm): Promise<unknown> {
		const { ref, record } = vm;
		switch (record.power_state) {
			case "Halted":
				return this.#invoke("VM.start", ref, false, false);
			case "Suspended":
				return this.#invoke("VM.resume", ref, false, false);
			case "Paused":
				return this.#invoke("VM.unpause", ref);
			default:
				return this.#changeRunning(vm);
		}
	}

	#changeRunning({ ref, record }: PickedVm): Promise<unknown> {
		const roll = this.#random.next();
		if (roll < 0.4) return this.#snapshot(ref, record);
		if (roll < 0.65) return this.#invoke("VM.clean_reboot", ref);
		if (roll < 0.85) return this.#invoke("VM.clean_shutdown", ref);
		if (roll < 0.93) return this.#invoke("VM.pause", ref);
		return this.#invoke("VM.suspend", ref);
	}

	async #snapshot(ref: Ref, vm: DbRecord): Promise<void> {
		const oldest = this.#snapshots[0];
		if (oldest !== undefined && this.#snapshots.length >= MAX_SNAPSHOTS) {
			this.#snapshots.shift();
			await this.#destroyWithDisks(oldest);
			return;
		}
		const name = `${String(vm.name_label)} ${this.#pool.nowIso()}`;
		const snapshot = await this.#invoke("VM.snapshot", ref, name);
		this.#snapshots.push(String(snapshot));
	}

	async #destroyWithDisks(snapshot: Ref): Promise<void> {
		const { db } = this.#pool;
		const vbds = db.get("VM", snapshot).VBDs as readonly Ref[];
		const disks = vbds
			.map((vbd) => db.get("VBD", vbd))
			.filter((vbd) => vbd.type === "Disk")
			.map((vbd) => String(vbd.VDI));
		await this.#invoke("VM.destroy", snapshot);
		for (const disk of disks) {
			if (db.find("VDI", disk)) await this.#invoke("VDI.destroy", disk);
		}
	}

	#invoke(
		method: string,
		...args: readonly FieldValue[]
	): Promise<FieldValue | undefined> {
		const context: CallContext = {
			pool: this.#pool,
			db: this.#pool.db,
			session: "",
			task: undefined,
			host: this.#pool.masterRef(),
			signal: this.#stop.signal,
		};
		return this.#pool.invoke(context, method, [...args]);
	}
}

function isIdle(vm: DbRecord): boolean {
	return Object.keys(vm.current_operations as object).length === 0;
}
