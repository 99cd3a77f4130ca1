import type { XoObject } from "@xo/contract";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Journey } from "./_journey.ts";

/** Machines that run tests are busy. */
export function eventually<T>(read: () => T) {
	return expect.poll(read, { timeout: 15_000 });
}

/** Takes an item of the menu of all actions of a page. */
export async function chooseInMenu(
	page: Page,
	item: string | RegExp,
): Promise<void> {
	await page.getByRole("button", { name: "More actions" }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

/** Presses the button of the dialogue that asks. */
export async function confirm(page: Page, button: string): Promise<void> {
	await page.getByRole("dialog").getByRole("button", { name: button }).click();
}

/** Opens a select with search, and takes the first of its options that is
 *  called so. */
export async function choose(
	select: Locator,
	option: string | RegExp,
): Promise<void> {
	await select.click();
	const options = select.page().getByRole("option", { name: option });
	await options.first().click();
}

/** Calls as the administrator, to prepare a journey. */
export async function callAsAdmin(
	{ server }: Pick<Journey, "server">,
	name: string,
	params: unknown,
): Promise<unknown> {
	const { dispatcher, signal, store } = server.context;
	const caller = {
		user: store.users.find(server.adminId),
		isAdmin: true,
		address: "127.0.0.1",
	};
	const prepared = dispatcher.prepare(name, params, caller);
	return await dispatcher.run(prepared, { signal });
}

/** The first of these that is as wanted.
 *  @throws Error naming `what` when there is none */
export function pick<T extends XoObject>(
	objects: Iterable<T>,
	what: string,
	isIt: (object: T) => boolean = () => true,
): T {
	for (const object of objects) if (isIt(object)) return object;
	throw new Error(`there is no ${what}`);
}
