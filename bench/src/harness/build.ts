import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { makeScratch, type Scratch } from "./scratch.ts";

export const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Makes the production build (`server.mjs`, `simulator.mjs`) and takes a copy: whoever builds meanwhile does
 *  not change what is measured.
 *  @param options.isKept takes the build that is there, if one is */
export function makeBuild({ isKept = false } = {}): Scratch {
	const dist = path.join(ROOT, "dist");
	if (!isKept || !existsSync(path.join(dist, "simulator.mjs"))) build();
	const scratch = makeScratch("build");
	cpSync(dist, scratch.folder, { recursive: true });
	return scratch;
}

function build(): void {
	const { status } = spawnSync(process.execPath, ["tools/build.ts"], {
		cwd: ROOT,
		stdio: ["ignore", 2, 2],
	});
	if (status !== 0) throw new Error("the build failed: see above");
}
