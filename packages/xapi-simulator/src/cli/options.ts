import { parseArgs } from "node:util";
import { joinNegativeValues, messageOf } from "@xo/std";
import { UsageError } from "./usage-error.ts";

/** What one pool is made from. */
export type PoolPlan =
	| { readonly dump: string }
	| {
			readonly name: string;
			readonly hosts: number;
			readonly vms: number;
			readonly seed: string;
	  };

export interface CliOptions {
	readonly isHelp: boolean;
	readonly plans: readonly PoolPlan[];
	/** 0: free ones. */
	readonly port: number;
	readonly isHttp: boolean;
	/** Changes a second in all pools together. */
	readonly activity: number;
	readonly isStamped: boolean;
	readonly timeScale: number;
}

const MAX_POOLS = 1_000;
const MAX_HOSTS = 20_000;
const MAX_VMS = 1_000_000;
const MAX_ACTIVITY = 100_000;
const MAX_PORT = 65_535;
const DEFAULT_SEED = "1";
const DEFAULT_HOSTS_PER_POOL = 2;
const DEFAULT_VMS_PER_HOST = 15;
/** What there is when nothing is asked for. */
const DEFAULT_HOSTS = [3, 1];
const NAMES = ["Paris", "Lyon", "Geneva", "London", "Berlin", "Madrid"];

interface Flags {
	readonly [name: string]: string | boolean | undefined;
}

/** @throws UsageError */
export function parseOptions(args: readonly string[]): CliOptions {
	const flags = readFlags(args);
	return {
		isHelp: flags.help === true,
		plans: flags.help === true ? [] : planPools(flags),
		port: readNumber(flags, "port", { max: MAX_PORT, isWhole: true }) ?? 0,
		isHttp: flags.http === true,
		activity: readNumber(flags, "activity", { max: MAX_ACTIVITY }) ?? 0,
		isStamped: flags.stamp === true,
		timeScale: readNumber(flags, "time-scale", { max: 1_000 }) ?? 1,
	};
}

function readFlags(args: readonly string[]): Flags {
	try {
		return parseArgs({
			args: joinNegativeValues(args),
			options: {
				dump: { type: "string" },
				pools: { type: "string" },
				hosts: { type: "string" },
				vms: { type: "string" },
				seed: { type: "string" },
				port: { type: "string" },
				http: { type: "boolean" },
				activity: { type: "string" },
				stamp: { type: "boolean" },
				"time-scale": { type: "string" },
				// Acted on where the process is: see main.ts.
				"exit-with-stdin": { type: "boolean" },
				help: { type: "boolean", short: "h" },
			},
		}).values;
	} catch (error) {
		const [reason = ""] = messageOf(error).split(/[.\n]/);
		throw new UsageError(reason, { cause: error });
	}
}

function planPools(flags: Flags): PoolPlan[] {
	if (typeof flags.dump === "string") {
		const other = ["pools", "hosts", "vms", "seed"].find((name) => flags[name]);
		if (other === undefined) return [{ dump: flags.dump }];
		throw new UsageError(
			`--${other} does not go with --dump: the dump says what is in its pool`,
		);
	}
	const hosts = planHosts(flags);
	const total = hosts.reduce((sum, count) => sum + count, 0);
	const vms =
		readNumber(flags, "vms", { max: MAX_VMS, isWhole: true }) ??
		total * DEFAULT_VMS_PER_HOST;
	const perHost = spread(vms, total);
	const seed = String(flags.seed ?? DEFAULT_SEED);
	let taken = 0;
	return hosts.map((count, index) => {
		const own = perHost.slice(taken, taken + count);
		taken += count;
		return {
			name: poolName(index),
			hosts: count,
			vms: own.reduce((sum, number) => sum + number, 0),
			seed: `${seed}/${index}`,
		};
	});
}

/** Hosts of each pool. */
function planHosts(flags: Flags): readonly number[] {
	const limits = { min: 1, isWhole: true };
	const pools = readNumber(flags, "pools", { ...limits, max: MAX_POOLS });
	const hosts = readNumber(flags, "hosts", { ...limits, max: MAX_HOSTS });
	if (pools === undefined && hosts === undefined) return DEFAULT_HOSTS;
	const count = pools ?? 1;
	const total = hosts ?? count * DEFAULT_HOSTS_PER_POOL;
	if (total < count) {
		throw new UsageError(
			`--hosts: ${total} hosts are too few for ${count} pools, each needs one`,
		);
	}
	return spread(total, count);
}

/** `total` things in `parts` parts, the first ones getting the remainder. */
function spread(total: number, parts: number): number[] {
	const each = Math.floor(total / parts);
	const rest = total % parts;
	return Array.from({ length: parts }, (_, index) =>
		index < rest ? each + 1 : each,
	);
}

function poolName(index: number): string {
	const name = NAMES[index % NAMES.length] ?? "Pool";
	const round = Math.floor(index / NAMES.length);
	return round === 0 ? name : `${name} ${round + 1}`;
}

function readNumber(
	flags: Flags,
	name: string,
	{
		min = 0,
		max,
		isWhole = false,
	}: { min?: number; max: number; isWhole?: boolean },
): number | undefined {
	const text = flags[name];
	if (typeof text !== "string") return undefined;
	const plain = name === "activity" ? text.replace(/\/s$/, "") : text;
	const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
	if (value >= min && value <= max && (!isWhole || Number.isInteger(value))) {
		return value;
	}
	const kind = isWhole ? "a whole number" : "a number";
	throw new UsageError(
		`--${name}: ${JSON.stringify(text)} is not ${kind} from ${min} to ${max}`,
	);
}
