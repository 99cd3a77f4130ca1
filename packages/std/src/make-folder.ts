import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/** Makes a folder of mode 0700 and those above it, level by level: Node's own
 *  `recursive` never ends where a file system, such as /proc, says ENOENT for a
 *  new name.
 *  @throws Error of `mkdir`, with its `code` */
export function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	try {
		mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		// Another process may make the same.
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}
