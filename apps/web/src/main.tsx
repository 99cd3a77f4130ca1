import "./i18n/first-texts.ts";
import "@fontsource-variable/inter/index.css";
import "./theme/styles.ts";
import { QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { startI18n } from "./i18n/i18n.ts";
import { beforeFrame } from "./live/before-frame.ts";
import { LiveStore } from "./live/live-store.ts";
import { nextTask } from "./live/next-task.ts";
import { preloadPage } from "./routes.tsx";
import { createPageClient, SessionStore } from "./session/session-store.ts";
import { applyStoredContrast } from "./theme/contrast.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("no #root in the page");

applyStoredContrast();
const live = new LiveStore({ schedule: beforeFrame, soon: nextTask });
const queries = new QueryClient({
	// The connection waits and retries by itself.
	defaultOptions: { queries: { retry: false, networkMode: "always" } },
});
const session = new SessionStore({
	createClient: createPageClient,
	onClient: (client) => live.use(client),
	onConnection: (isLive) => {
		if (!isLive) live.markStale();
	},
	onRights: () => void queries.invalidateQueries(),
	onOtherUser: () => location.reload(),
});
session.connect();
addEventListener("online", () => session.connect());
preloadPage(location.pathname);
await startI18n();
createRoot(root).render(
	<StrictMode>
		<App session={session} live={live} queries={queries} />
	</StrictMode>,
);
