import react from "@vitejs/plugin-react";
import { defineConfig, type HtmlTagDescriptor, type Plugin } from "vite";

/** The daemon that Vite's development server shows. */
const DAEMON = process.env.XO_DAEMON_URL ?? "http://127.0.0.1:8080";
const PROXIED = ["/api", "/rest", "/signin/local", "/signout", "/setup"];

/** What nearly every page needs beside the frame is fetched with it, and not
 *  only when the frame asks for it: the parts of lists, and the typeface. */
const FETCHED_EARLY: Plugin = {
	name: "fetched-early",
	transformIndexHtml: {
		order: "post",
		handler: (_html, { bundle = {} }) => {
			const files = Object.values(bundle);
			const list = files.find(({ name }) => name === "list");
			const font = files.find(({ fileName }) => LATIN.test(fileName));
			if (list?.type !== "chunk" || font === undefined) return [];
			const styles = list.viteMetadata?.importedCss ?? [];
			return [
				link({ rel: "modulepreload", href: `/${list.fileName}` }),
				...[...styles].map((file) =>
					link({ rel: "stylesheet", href: `/${file}` }),
				),
				link({
					rel: "preload",
					as: "font",
					type: "font/woff2",
					href: `/${font.fileName}`,
				}),
			];
		},
	},
};

const LATIN = /inter-latin-wght-normal/;

function link(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
	return {
		tag: "link",
		attrs: { ...attrs, crossorigin: true },
		injectTo: "head",
	};
}

export default defineConfig({
	root: import.meta.dirname,
	// Several development servers may run at once, each on its daemon.
	cacheDir: `../../.cache/vite-${new URL(DAEMON).port}`,
	plugins: [react(), FETCHED_EARLY],
	resolve: {
		alias: [
			{
				find: /.*\/extract-style-props\.mjs$/,
				replacement: `${import.meta.dirname}/src/theme/extract-style-props.ts`,
			},
		],
	},
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
				// waits for others. So the frame is one file, and what lists need is
				// another: pages of objects have lists too.
				codeSplitting: {
					groups: [
						{ name: "frame", tags: ["$initial"] },
						{ name: "list", test: /pages\/lists\/VmsPage/ },
					],
				},
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
