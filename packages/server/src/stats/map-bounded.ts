/** As `Promise.allSettled` over `map`, with at most `limit` at a time. */
export async function mapBounded<Item, Result>(
	items: readonly Item[],
	limit: number,
	map: (item: Item) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
	const results: PromiseSettledResult<Result>[] = [];
	const queue = items.entries();
	async function work(): Promise<void> {
		for (const [index, item] of queue) {
			try {
				results[index] = { status: "fulfilled", value: await map(item) };
			} catch (reason) {
				results[index] = { status: "rejected", reason };
			}
		}
	}
	await Promise.all(Array.from({ length: limit }, work));
	return results;
}
