import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LiveContext, useLiveStore } from "../live/live-context.ts";
import type { LiveStore } from "../live/live-store.ts";
import { paths } from "../paths.ts";
import { ExpiredModal } from "../session/ExpiredModal.tsx";
import { SetupPage } from "../session/SetupPage.tsx";
import { SignInPage } from "../session/SignInPage.tsx";
import { SessionContext, useSessionState } from "../session/session-context.ts";
import type { SessionStore } from "../session/session-store.ts";
import { cssVariables, themeFor } from "../theme/theme.ts";
import { createPageRouter } from "./router.tsx";
import { Starting } from "./Starting.tsx";

interface AppProps {
	readonly session: SessionStore;
	readonly live: LiveStore;
	readonly queries: QueryClient;
}

export function App({ session, live, queries }: AppProps) {
	const { t } = useTranslation();
	const theme = useMemo(() => themeFor(t("action.close")), [t]);
	return (
		<MantineProvider
			theme={theme}
			cssVariablesResolver={cssVariables}
			defaultColorScheme="auto"
		>
			<QueryClientProvider client={queries}>
				<SessionContext value={session}>
					<LiveContext value={live}>
						<ModalsProvider>
							<Notifications position="bottom-right" limit={4} />
							{location.pathname === paths.setup ? <SetupPage /> : <Gate />}
						</ModalsProvider>
					</LiveContext>
				</SessionContext>
			</QueryClientProvider>
		</MantineProvider>
	);
}

/** The pages, for who is signed in. */
function Gate() {
	const live = useLiveStore();
	const [router] = useState(() => createPageRouter(live));
	const state = useSessionState();
	if (state.status === "starting") return <Starting isLost={state.isLost} />;
	if (state.status === "signed-out") return <SignInPage />;
	return (
		<>
			<RouterProvider router={router} />
			{state.status === "expired" && <ExpiredModal user={state.user} />}
		</>
	);
}
