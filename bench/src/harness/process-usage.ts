import { readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second on every Linux. */
const TICKS_PER_SECOND = 100;
/** Position after the command's name, which may have spaces and brackets. */
const USER_TICKS = 11;

/** Resident memory of a process, in MB (2^20 bytes). */
export function residentMb(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** CPU time of all threads of a process since it began, in seconds. */
export function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const ticks = Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1]);
	return ticks / TICKS_PER_SECOND;
}

/** Measures the CPU of a process from now on: the share of one core, in
 *  percent, each time it is called since the last. */
export function watchCpu(pid: number): () => number {
	let [cpu, at] = [cpuSeconds(pid), performance.now()];
	return () => {
		const [nextCpu, nextAt] = [cpuSeconds(pid), performance.now()];
		const share = ((nextCpu - cpu) / ((nextAt - at) / 1000)) * 100;
		[cpu, at] = [nextCpu, nextAt];
		return share;
	};
}
