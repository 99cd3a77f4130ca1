import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: [
			"packages/*/src/**/*.test.{ts,tsx}",
			"packages/*/tests/**/*.test.ts",
			"apps/*/src/**/*.test.{ts,tsx}",
			"apps/*/tests/**/*.test.ts",
			"bench/**/*.test.ts",
			"tools/**/*.test.ts",
		],
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// What is waited for comes soon, but a busy machine makes seconds of it.
		expect: { poll: { timeout: 15_000 } },
	},
});
