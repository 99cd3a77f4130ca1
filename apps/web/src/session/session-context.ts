import type { User } from "@xo/client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { SessionState, SessionStore } from "./session-store.ts";

export const SessionContext = createContext<SessionStore | undefined>(
	undefined,
);

export function useSessionStore(): SessionStore {
	const store = useContext(SessionContext);
	if (store === undefined) throw new Error("outside of a session");
	return store;
}

export function useSessionState(): SessionState {
	const store = useSessionStore();
	return useSyncExternalStore(store.subscribe, store.getState);
}

/** Who is signed in. Only inside of the shell, where somebody is. */
export function useUser(): User {
	const state = useSessionState();
	if (!("user" in state)) throw new Error("nobody is signed in");
	return state.user;
}

export function useIsAdmin(): boolean {
	return useUser().permission === "admin";
}
