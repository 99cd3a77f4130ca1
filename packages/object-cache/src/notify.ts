/** Runs all of them; the first error is thrown when all have run, so that one
 *  failing reader does not hide changes from the others. */
export function notifyAll(callbacks: readonly (() => void)[]): void {
	const errors: unknown[] = [];
	for (const callback of callbacks) {
		try {
			callback();
		} catch (error) {
			errors.push(error);
		}
	}
	if (errors.length > 0) throw errors[0];
}
