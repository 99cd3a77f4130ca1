import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const EXECUTABLE = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
	(file) => existsSync(file),
);

/** A headless Chromium of the system that talks to nobody by itself.
 *  @throws Error when there is none */
export function launchChromium(): Promise<Browser> {
	if (EXECUTABLE === undefined) throw new Error("chromium is not installed");
	return chromium.launch({
		executablePath: EXECUTABLE,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}
