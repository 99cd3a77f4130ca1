import { createContext, type ReactNode, use, useState } from "react";
import { ChartGroupStore } from "./chart-group-store.ts";

const GroupContext = createContext<ChartGroupStore | undefined>(undefined);

/** Charts inside share one time axis, zoom and crosshair. */
export function ChartGroup({ children }: { children: ReactNode }) {
	const [store] = useState(() => new ChartGroupStore());
	return <GroupContext value={store}>{children}</GroupContext>;
}

/** The store of the surrounding group, or one of the chart's own. */
export function useChartGroup(): ChartGroupStore {
	const shared = use(GroupContext);
	const [own] = useState(() => new ChartGroupStore());
	return shared ?? own;
}
