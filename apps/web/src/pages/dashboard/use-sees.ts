import { useLiveQuery } from "../../live/use-live-query.ts";
import { useIsAdmin } from "../../session/session-context.ts";

/** Whether there is anything of a type for this user. Who sees only some VMs
 *  is not shown an infrastructure of zeros; an administrator is. */
export function useSees(): (type: "host" | "pool" | "SR") => boolean {
	const isAdmin = useIsAdmin();
	const { result } = useLiveQuery(
		{
			types: ["host", "pool", "SR"],
			window: { offset: 0, limit: 0 },
			groupBy: "type",
		},
		{ isEnabled: !isAdmin },
	);
	const seen = new Set(result?.groups.map(({ key }) => key));
	return (type) => isAdmin || seen.has(type);
}
