// @vitest-environment jsdom
import { expect, test } from "vitest";
import { LiveStore } from "../live/live-store.ts";
import { createPageRouter } from "./router.tsx";

test("every address belongs to one page", () => {
	const { routesByPath } = createPageRouter(new LiveStore());
	const addresses = Object.keys(routesByPath);
	expect(addresses).toContain("/");
	expect(addresses).toContain("/vm/$id/snapshots");
	expect(new Set(addresses).size).toBe(addresses.length);
});
