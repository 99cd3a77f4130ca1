import type { Browser } from "playwright-core";

/** A headless Chromium of the system that talks to nobody by itself; the
 *  environment variable `CHROMIUM` names another. */
export async function launchChromium(): Promise<Browser> {
	// Only tests with a browser wait for its library.
	const { chromium } = await import("playwright-core");
	return await chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
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
