import { afterAll } from "vitest";

/** What all tests of a file share: it is started before them, and ended after
 *  them, the last one first. */
export async function forAllTests<T extends AsyncDisposable>(
	starting: Promise<T>,
): Promise<T> {
	const started = await starting;
	afterAll(() => started[Symbol.asyncDispose]());
	return started;
}
