import { existsSync } from "node:fs";
import path from "node:path";
import {
	launchChromium,
	type RunningPool,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
	type TestPoolOptions,
	type TestServer,
} from "@xo/testing";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const BUILT = path.resolve(import.meta.dirname, "../../../dist/web/index.html");
const WIDE = { width: 1440, height: 900 };

/** A daemon with a pool, and a browser on its interface. */
export interface Journey extends AsyncDisposable {
	readonly server: TestServer;
	readonly pool: RunningPool;
	/** A page of a new profile, on the given address. */
	open(path: string, options?: BrowserContextOptions): Promise<Page>;
	/** The same, signed in as the administrator. */
	openSignedIn(path: string, options?: BrowserContextOptions): Promise<Page>;
}

export async function startJourney(
	poolOptions: TestPoolOptions = {},
): Promise<Journey> {
	if (!existsSync(BUILT)) {
		throw new Error("the interface is not built: npm run build");
	}
	const stack = new AsyncDisposableStack();
	const server = stack.use(await startTestServer());
	const pool = stack.use(await startTestPool(poolOptions));
	await server.connect(pool);
	const browser = await launchChromium();
	stack.defer(() => browser.close());
	const open = opener(browser, server.url);
	return {
		server,
		pool,
		open,
		openSignedIn: async (target, options) => {
			const page = await open(target, options);
			await signIn(page);
			return page;
		},
		[Symbol.asyncDispose]: () => stack.disposeAsync(),
	};
}

/** Opens pages of new profiles on the server at `url`. */
export function opener(browser: Browser, url: string) {
	return async (target: string, options: BrowserContextOptions = {}) => {
		const context = await browser.newContext({
			locale: "en-US",
			viewport: WIDE,
			reducedMotion: "reduce",
			...options,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		await page.goto(url + target);
		return page;
	};
}

/** Fills in the sign-in form, whatever its language. */
export async function signIn(
	page: Page,
	user: { readonly email: string; readonly password: string } = TEST_ADMIN,
): Promise<void> {
	await page.locator("input[autocomplete=username]").fill(user.email);
	await page.locator("input[type=password]").fill(user.password);
	await page.locator("button[type=submit]").click();
	await page.getByRole("banner").waitFor();
}
