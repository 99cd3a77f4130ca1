import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folders = new Set<string>();

/** A temporary folder that goes when it is disposed of, or with us. */
export interface Scratch extends Disposable {
	readonly folder: string;
}

export function makeScratch(kind: string): Scratch {
	const folder = mkdtempSync(path.join(tmpdir(), `xo-bench-${kind}-`));
	folders.add(folder);
	return {
		folder,
		[Symbol.dispose]: () => {
			folders.delete(folder);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** For when the process is told to stop. */
export function removeScratch(): void {
	for (const folder of folders) {
		rmSync(folder, { recursive: true, force: true });
	}
}
