import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../../..");

export interface Build extends Disposable {
	/** Where `server.mjs` and `simulator.mjs` are. */
	readonly folder: string;
}

/** Makes the production build and takes a copy: whoever builds meanwhile does
 *  not change what is measured.
 *  @param options.isKept takes the build that is there, if one is */
export function makeBuild({ isKept = false } = {}): Build {
	const dist = path.join(ROOT, "dist");
	if (!isKept || !existsSync(path.join(dist, "simulator.mjs"))) build();
	const folder = mkdtempSync(path.join(tmpdir(), "xo-bench-build-"));
	cpSync(dist, folder, { recursive: true });
	return {
		folder,
		[Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
	};
}

function build(): void {
	const { status } = spawnSync(process.execPath, ["tools/build.ts"], {
		cwd: ROOT,
		stdio: ["ignore", 2, 2],
	});
	if (status !== 0) throw new Error("the build failed: see above");
}
