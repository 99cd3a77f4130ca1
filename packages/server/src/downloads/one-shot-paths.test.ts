import { ManualClock } from "@xo/std";
import type { UserRow } from "@xo/store";
import { expect, test } from "vitest";
import { OneShotPaths } from "./one-shot-paths.ts";

async function* nothing(): AsyncGenerator<Buffer> {}

function offerBy(paths: OneShotPaths, userId: string): string {
	const { $getFrom } = paths.offerDownload({
		userId,
		contentType: "text/plain",
		chunks: nothing,
	});
	return $getFrom.replace("/api/", "");
}

const user = (id: string) => ({ id }) as UserRow;

test("an offer is taken once, by its user or without credentials", () => {
	using paths = new OneShotPaths(new ManualClock());
	const key = offerBy(paths, "ada");
	expect(paths.take(key, user("eve"))).toBeUndefined();
	expect(paths.take(key, user("ada"))).toMatchObject({ userId: "ada" });
	expect(paths.take(key, undefined)).toBeUndefined();
	expect(paths.take(offerBy(paths, "ada"), undefined)).toBeDefined();
});

test("an offer ends after a minute", () => {
	const clock = new ManualClock();
	using paths = new OneShotPaths(clock);
	const [first, second] = [offerBy(paths, "ada"), offerBy(paths, "ada")];
	clock.advance(59_999);
	expect(paths.take(first, undefined)).toBeDefined();
	clock.advance(1);
	expect(paths.take(second, undefined)).toBeUndefined();
});

test("too many offers to one user cost the oldest, never those of others", () => {
	using paths = new OneShotPaths(new ManualClock());
	const other = offerBy(paths, "bob");
	const own = Array.from({ length: 21 }, () => offerBy(paths, "ada"));
	expect(paths.take(own[0] ?? "", undefined)).toBeUndefined();
	expect(paths.take(own[1] ?? "", undefined)).toBeDefined();
	expect(paths.take(other, undefined)).toBeDefined();
});
