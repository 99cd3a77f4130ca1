import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Whether a bundle is missing, or older than a source. Tests do not count, nor
 *  do folders: a file that comes or goes matters only where another changes. */
export function isStale(bundle: string, sources: readonly string[]): boolean {
	const builtAt = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs;
	return (
		builtAt === undefined || sources.some((source) => hasNewer(source, builtAt))
	);
}

function hasNewer(file: string, time: number): boolean {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (!stats?.isDirectory()) return (stats?.mtimeMs ?? 0) > time;
	return readdirSync(file).some(
		(name) => isSource(name) && hasNewer(path.join(file, name), time),
	);
}

function isSource(name: string): boolean {
	return (
		name !== "node_modules" && name !== "tests" && !/\.test\.tsx?$/.test(name)
	);
}
