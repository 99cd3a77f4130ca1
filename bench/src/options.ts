import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { messageOf } from "@xo/std";
import type { SuiteName } from "./suite.ts";
import type { Effort, PoolSize } from "./workload.ts";

export class UsageError extends Error {
	override readonly name = "UsageError";
}

export interface BenchOptions {
	readonly isHelp: boolean;
	readonly isList: boolean;
	readonly names: readonly string[];
	/** Of all its workloads, where none is named. */
	readonly suite: SuiteName;
	readonly jsonFile: string | undefined;
	readonly effort: Effort;
}

export const HELP = `Usage: npm run bench -- [options] [NAME...]

Measures the production build on simulated pools, each workload in fresh
processes. NAME is a workload, or the beginning of several.

  --list            say which workloads there are
  --suite core      the daemon (default)
  --suite web       the interface, in Chromium
  --json FILE       write the figures there too
  --quick           small pools and few seconds: to see that it works, floors
                    are for the full size
  --size P/H/V      so many pools, hosts and VMs in all (25/500/10000)
  --seconds N       how long something continuous is watched
  --profile DIR     write CPU profiles of the daemon there
  --help            show this text
`;

const FULL: Effort = {
	size: { pools: 25, hosts: 500, vms: 10_000 },
	repetitions: 7,
	seconds: 20,
	soakSeconds: 600,
};
const QUICK: Effort = {
	size: { pools: 3, hosts: 50, vms: 1_000 },
	repetitions: 3,
	seconds: 4,
	soakSeconds: 20,
};

const FLAGS = {
	list: { type: "boolean" },
	suite: { type: "string" },
	json: { type: "string" },
	quick: { type: "boolean" },
	size: { type: "string" },
	seconds: { type: "string" },
	profile: { type: "string" },
	help: { type: "boolean", short: "h" },
} as const;

/** @throws UsageError saying what is wrong */
export function parseOptions(args: readonly string[]): BenchOptions {
	const { values, positionals } = readFlags(args);
	const suite = values.suite ?? "core";
	if (suite !== "core" && suite !== "web") {
		throw new UsageError(`--suite: there are "core" and "web", not "${suite}"`);
	}
	const base = values.quick ? QUICK : FULL;
	const seconds = values.seconds && positive("seconds", values.seconds);
	return {
		isHelp: values.help ?? false,
		isList: values.list ?? false,
		names: positionals,
		suite,
		jsonFile: values.json && writable(values.json),
		effort: {
			...base,
			...(values.size ? { size: parseSize(values.size) } : {}),
			...(seconds ? { seconds, soakSeconds: seconds * 5 } : {}),
			profileFolder: values.profile,
		},
	};
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: FLAGS,
			allowPositionals: true,
		});
	} catch (error) {
		const [reason = ""] = messageOf(error).split(/\.\s/);
		throw new UsageError(reason, { cause: error });
	}
}

/** Said before minutes of measuring rather than after them. */
function writable(file: string): string {
	const isThere = existsSync(file);
	try {
		accessSync(isThere ? file : path.dirname(file), constants.W_OK);
	} catch (cause) {
		throw new UsageError(`--json: cannot write ${file}`, { cause });
	}
	if (isThere && statSync(file).isDirectory()) {
		throw new UsageError(`--json: ${file} is a folder`);
	}
	return file;
}

function parseSize(text: string): PoolSize {
	const [pools, hosts, vms, ...rest] = text
		.split("/")
		.map((part) => positive("size", part));
	if (!pools || !hosts || !vms || rest.length > 0 || hosts < pools) {
		throw new UsageError(
			`--size: "${text}" is not pools/hosts/VMs, with a host for each pool`,
		);
	}
	return { pools, hosts, vms };
}

function positive(flag: string, text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value > 0) return value;
	throw new UsageError(`--${flag}: "${text}" is not a whole number above 0`);
}
