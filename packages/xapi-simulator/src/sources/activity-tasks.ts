import type { Pool, Ref } from "../core/types.ts";
import type { Random } from "./random.ts";

/** So many run at a time; as many that have ended stay for a while. */
const MAX_RUNNING = 3;
const MAX_ENDED = 6;
const KINDS = [
	{ label: "Async.SR.scan", minSeconds: 20, maxSeconds: 45 },
	{ label: "Async.VDI.copy", minSeconds: 60, maxSeconds: 240 },
	{ label: "VM.export", minSeconds: 90, maxSeconds: 300 },
];

interface RunningTask {
	readonly ref: Ref;
	readonly startedAt: number;
	readonly durationMs: number;
}

/** Tasks of other clients: they begin, move on as time does, end, and go. */
export class BackgroundTasks {
	readonly #pool: Pool;
	readonly #random: Random;
	/** The one whose turn is longest ago first. */
	#running: RunningTask[] = [];
	readonly #ended: Ref[] = [];

	constructor(pool: Pool, random: Random) {
		this.#pool = pool;
		this.#random = random;
	}

	/** Makes one change. */
	next(): void {
		const { db, clock } = this.#pool;
		const due = this.#running.find(
			({ startedAt, durationMs }) => clock.now() >= startedAt + durationMs,
		);
		const isGone = (ref: Ref) => db.find("task", ref) === undefined;
		if (due !== undefined) this.#end(due);
		else if (this.#ended.length > MAX_ENDED) {
			const oldest = this.#ended.shift();
			if (oldest && !isGone(oldest)) db.destroy("task", oldest);
		} else {
			this.#running = this.#running.filter(({ ref }) => !isGone(ref));
			if (this.#running.length < MAX_RUNNING) this.#begin();
			else this.#move();
		}
	}

	#begin(): void {
		const { db, clock } = this.#pool;
		const kind = this.#random.pick(KINDS);
		const seconds = this.#random.integer(kind.minSeconds, kind.maxSeconds);
		const ref = db.create("task", {
			name_label: kind.label,
			created: this.#pool.nowIso(),
			status: "pending",
			progress: 0,
			type: "<none/>",
			resident_on: this.#pool.masterRef(),
			backtrace: "()",
		});
		const startedAt = clock.now();
		this.#running.push({ ref, startedAt, durationMs: seconds * 1000 });
	}

	#move(): void {
		const task = this.#running.shift();
		if (task === undefined) return;
		this.#running.push(task);
		const elapsedMs = this.#pool.clock.now() - task.startedAt;
		const progress = elapsedMs / task.durationMs;
		this.#pool.db.update("task", task.ref, { progress });
	}

	#end({ ref }: RunningTask): void {
		this.#running = this.#running.filter((task) => task.ref !== ref);
		if (this.#pool.db.find("task", ref)?.status !== "pending") return;
		const finished = this.#pool.nowIso();
		const end = { progress: 1, status: "success", finished };
		this.#pool.db.update("task", ref, end);
		this.#ended.push(ref);
	}
}
