import type { LiveRow } from "@xo/contract";
import { useCallback } from "react";
import { useCall } from "../calls/use-call.ts";
import { useIsAdmin } from "../session/session-context.ts";

/** From whom an object takes its rights, nearest first. */
const PARENTS = [
	"id",
	"$snapshot_of",
	"$VM",
	"VM",
	"$SR",
	"SR",
	"host",
	"$container",
	"$host",
	"$pool",
] as const;

/** Whether the user has a right on an object, as far as the page knows: where
 *  it does not, the server is asked by trying. */
export function useMay(): (
	row: LiveRow,
	right: "view" | "operate" | "administrate",
) => boolean {
	const isAdmin = useIsAdmin();
	const { data: grants } = useCall(
		"acl.getCurrentPermissions",
		{},
		{
			isEnabled: !isAdmin,
		},
	);
	return useCallback(
		(row, right) => {
			if (isAdmin || grants === undefined) return true;
			const known = PARENTS.flatMap((link) => {
				const id = row[link];
				const rights = typeof id === "string" ? grants[id] : undefined;
				return rights === undefined ? [] : [rights];
			});
			return known.length === 0 || known.some((rights) => rights[right]);
		},
		[isAdmin, grants],
	);
}
