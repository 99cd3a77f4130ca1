import { createContext, useContext } from "react";
import type { LiveStore } from "./live-store.ts";

export const LiveContext = createContext<LiveStore | undefined>(undefined);

export function useLiveStore(): LiveStore {
	const store = useContext(LiveContext);
	if (store === undefined) throw new Error("outside of a live store");
	return store;
}
