import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../../..");

export interface Build extends Disposable {
	/** Where `server.mjs` and `simulator.mjs` are. */
	readonly folder: string;
}

/** Makes the production build and takes a copy: whoever builds meanwhile does
 *  not change what is measured. */
export function makeBuild(): Build {
	const { status } = spawnSync(process.execPath, ["tools/build.ts"], {
		cwd: ROOT,
		stdio: ["ignore", 2, 2],
	});
	if (status !== 0) throw new Error("the build failed: see above");
	const folder = mkdtempSync(path.join(tmpdir(), "xo-bench-build-"));
	cpSync(path.join(ROOT, "dist"), folder, { recursive: true });
	return {
		folder,
		[Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
	};
}
