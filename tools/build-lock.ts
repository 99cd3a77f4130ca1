import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;

/** Runs `work` while no other process does the same. A lock whose owner is gone
 *  is taken over. */
export async function withLock<T>(
	file: string,
	work: () => Promise<T>,
): Promise<T> {
	mkdirSync(path.dirname(file), { recursive: true });
	while (!tryLock(file)) await sleep(POLL_MS);
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function tryLock(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: "wx" });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		if (isAbandoned(file)) rmSync(file, { force: true });
		return false;
	}
}

function isAbandoned(file: string): boolean {
	try {
		const owner = Number(readFileSync(file, "utf8"));
		if (owner > 0) process.kill(owner, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ESRCH";
	}
}
