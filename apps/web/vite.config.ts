import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The daemon that Vite's development server shows. */
const DAEMON = process.env.XO_DAEMON_URL ?? "http://127.0.0.1:8080";
const PROXIED = ["/api", "/rest", "/signin/local", "/signout", "/setup"];

export default defineConfig({
	root: import.meta.dirname,
	// Several development servers may run at once, each on its daemon.
	cacheDir: `../../.cache/vite-${new URL(DAEMON).port}`,
	plugins: [react()],
	build: {
		target: "es2024",
		assetsDir: "assets",
		manifest: true,
		// The daemon's policy allows no inline script.
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 900,
		emptyOutDir: true,
		rolldownOptions: {
			output: {
				// A browser asks for six files at a time: of many small ones each
				// waits for others. So the frame is one file.
				codeSplitting: { groups: [{ name: "frame", tags: ["$initial"] }] },
			},
		},
	},
	server: {
		proxy: Object.fromEntries(
			PROXIED.map((path) => [
				path,
				{
					target: DAEMON,
					ws: path === "/api",
					// The daemon wants to be asked by its own pages.
					changeOrigin: false,
					bypass: ({ method }: { readonly method?: string }) =>
						path === "/setup" && method === "GET" ? "/index.html" : undefined,
				},
			]),
		),
	},
});
