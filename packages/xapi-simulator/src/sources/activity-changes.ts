import { datamodel, NULL_REF } from "@xo/xapi-wire";
import { STAMP_KEY, stampNow } from "../core/send-stamp.ts";
import type { DbRecord, FieldValue, Pool, Ref } from "../core/types.ts";
import type { VmRoster } from "./activity-roster.ts";
import { BackgroundTasks } from "./activity-tasks.ts";
import { alarmBody } from "./messages.ts";
import type { Random } from "./random.ts";
import { pickWeighted } from "./seed-vm-catalog.ts";

/** What comes while the pool is busy goes again, so that it does not grow for
 *  ever. */
const MAX_MESSAGES = 100;
const MAX_ALARMS = 5;
const MAX_DRIFT_BYTES = 64 * 1024 * 1024;
const EDIT_MARK = / \(checked .*\)$/;

interface ActivityGround {
	readonly pool: Pool;
	readonly random: Random;
	readonly roster: VmRoster;
	readonly isStamped: boolean;
}

/** Changes of one row each, as a live pool makes all the time. */
export class CheapChanges implements Disposable {
	readonly #ground: ActivityGround;
	readonly #messages: Ref[] = [];
	readonly #tasks: BackgroundTasks;
	readonly #alarms: Ref[] = [];
	#hosts: Ref[] = [];
	readonly #kinds = [
		{ weight: 45, make: () => this.#editVm() },
		{ weight: 15, make: () => this.#moveVmMetrics() },
		{ weight: 12, make: () => this.#moveGuestMetrics() },
		{ weight: 10, make: () => this.#moveHostMetrics() },
		{ weight: 10, make: () => this.#tasks.next() },
		{ weight: 8, make: () => this.#moveMessage() },
	];

	readonly #subscription: Disposable;

	constructor(ground: ActivityGround) {
		this.#ground = ground;
		this.#tasks = new BackgroundTasks(ground.pool, ground.random);
		this.#subscription = ground.pool.db.onChange((change) => {
			if (change.className === "message" && change.operation === "add") {
				this.#messages.push(change.ref);
			}
		});
	}

	[Symbol.dispose](): void {
		this.#subscription[Symbol.dispose]();
	}

	next(): void {
		pickWeighted(this.#kinds, this.#ground.random.next()).make();
	}

	#editVm(): void {
		const { pool, random, roster, isStamped } = this.#ground;
		const vm = roster.pick(() => true);
		if (vm === undefined) return;
		const fields: Record<string, FieldValue> = {};
		const config = { ...(vm.record.other_config as Record<string, string>) };
		if (random.chance(0.5)) {
			const text = String(vm.record.name_description).replace(EDIT_MARK, "");
			const time = new Date(pool.clock.now()).toISOString().slice(11, 23);
			fields.name_description = `${text} (checked ${time})`;
		} else {
			config.last_check = String(pool.clock.now());
			fields.other_config = config;
		}
		if (isStamped) {
			fields.other_config = { ...config, [STAMP_KEY]: stampNow() };
		}
		pool.db.update("VM", vm.ref, fields);
	}

	#moveVmMetrics(): void {
		const { pool, random, roster } = this.#ground;
		const vm = roster.pick(isRunning);
		const metrics = pool.db.find("VM_metrics", String(vm?.record.metrics));
		if (vm === undefined || metrics === undefined) return;
		const target = Number(vm.record.memory_dynamic_max);
		pool.db.update("VM_metrics", String(vm.record.metrics), {
			memory_actual: target - random.integer(0, MAX_DRIFT_BYTES / 4096) * 4096,
			last_updated: pool.nowIso(),
		});
	}

	#moveGuestMetrics(): void {
		const { pool, random, roster } = this.#ground;
		const vm = roster.pick((record) => record.guest_metrics !== NULL_REF);
		const ref = String(vm?.record.guest_metrics);
		const metrics = pool.db.find("VM_guest_metrics", ref);
		if (metrics === undefined) return;
		pool.db.update("VM_guest_metrics", ref, {
			last_updated: pool.nowIso(),
			other: {
				...(metrics.other as Record<string, string>),
				"data-ts": String(random.integer(1, 1e9)),
			},
		});
	}

	#moveHostMetrics(): void {
		const { pool, random } = this.#ground;
		if (this.#hosts.length === 0) this.#hosts = pool.db.refs("host");
		const host = pool.db.find("host", random.pick(this.#hosts));
		const ref = String(host?.metrics);
		const metrics = pool.db.find("host_metrics", ref);
		if (metrics === undefined) {
			this.#hosts = [];
			return;
		}
		const drift = random.integer(-256, 256) * 4096;
		pool.db.update("host_metrics", ref, {
			memory_free: Math.max(0, Number(metrics.memory_free) + drift),
			last_updated: pool.nowIso(),
		});
	}

	/** An alarm is raised, or what is oldest goes. */
	#moveMessage(): void {
		const { pool, random, roster } = this.#ground;
		const excess =
			this.#alarms.length >= MAX_ALARMS
				? this.#alarms
				: this.#messages.length >= MAX_MESSAGES
					? this.#messages
					: undefined;
		const oldest = excess?.shift();
		if (oldest !== undefined) {
			if (pool.db.find("message", oldest)) pool.db.destroy("message", oldest);
			return;
		}
		const vm = roster.pick(isRunning);
		if (vm === undefined) return;
		const body = alarmBody({
			variable: "cpu_usage",
			value: 0.8 + random.next() * 0.2,
			triggerLevel: 0.8,
			periodSeconds: 60,
		});
		const alarm = pool.db.create("message", {
			name: "ALARM",
			priority: datamodel.messageTypes.ALARM ?? 3,
			cls: "VM",
			obj_uuid: String(vm.record.uuid),
			timestamp: pool.nowIso(),
			body,
		});
		this.#alarms.push(alarm);
	}
}

function isRunning(vm: DbRecord): boolean {
	return vm.power_state === "Running";
}
