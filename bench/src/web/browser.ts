import { setPriority } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { ADMINISTRATOR } from "../harness/administrator.ts";
import { type Environment, startEnvironment } from "../harness/environment.ts";
import type { WorkloadContext } from "../workload.ts";

const PROBE = path.join(import.meta.dirname, "page-probe.js");
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const NICE = 10;

/** Pools, a daemon, and a browser whose user is signed in. */
export interface WebEnvironment extends Environment {
	/** A page of the interface whose cache is empty, nothing loaded yet. */
	openBlank(): Promise<Page>;
	/** A page at an address, once it is complete by the probe's condition. */
	open(target: string, ...condition: ProbeCondition): Promise<Page>;
}

/** One of the conditions that `page-probe.js` has, and its argument. */
export type ProbeCondition = readonly [name: string, argument?: unknown];

export async function startWebEnvironment(
	context: WorkloadContext,
): Promise<WebEnvironment> {
	const environment = await startEnvironment(context);
	// They stand for other machines.
	setPriority(environment.simulators.pid, NICE);
	const browser = await chromium.launch({
		executablePath: EXECUTABLE,
		args: ARGUMENTS,
	});
	context.stack.defer(() => browser.close());
	const { url } = environment.daemon;
	const storageState = await signIn(browser, url);
	const openBlank = async () => {
		const session = await browser.newContext({
			baseURL: url,
			locale: "en-US",
			viewport: { width: 1440, height: 900 },
			storageState,
		});
		await session.addInitScript({ path: PROBE });
		return await session.newPage();
	};
	return {
		...environment,
		openBlank,
		async open(target, ...condition) {
			const page = await openBlank();
			await page.goto(target);
			await when(page, condition);
			return page;
		},
	};
}

/** The time in the page at which a condition of the probe first holds. */
export function when(page: Page, condition: ProbeCondition): Promise<number> {
	const [name, argument] = condition;
	return probe(page, `when(${JSON.stringify(name)}, ${asJson(argument)})`);
}

/** Calls a function of the probe. */
export async function probe<T>(page: Page, call: string): Promise<T> {
	return await page.evaluate<T>(`bench.${call}`);
}

function asJson(value: unknown): string {
	return value === undefined ? "undefined" : JSON.stringify(value);
}

async function signIn(browser: Browser, url: string) {
	const session = await browser.newContext({ baseURL: url });
	const page = await session.newPage();
	await page.goto("/");
	const { email, password } = ADMINISTRATOR;
	await page.locator("input[autocomplete=username]").fill(email);
	await page.locator("input[type=password]").fill(password);
	await page.locator("button[type=submit]").click();
	await page.getByRole("banner").waitFor();
	const state = await session.storageState();
	await session.close();
	return state;
}
