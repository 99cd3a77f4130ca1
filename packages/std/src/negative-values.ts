/** `--hosts -1` as `--hosts=-1`, which `parseArgs` of node:util takes for a
 *  value rather than for a flag: so the limits of the flag can speak. */
export function joinNegativeValues(args: readonly string[]): string[] {
	const joined: string[] = [];
	for (const argument of args) {
		const last = joined.at(-1);
		if (/^-\d/.test(argument) && last?.startsWith("--")) {
			joined[joined.length - 1] = `${last}=${argument}`;
		} else joined.push(argument);
	}
	return joined;
}
