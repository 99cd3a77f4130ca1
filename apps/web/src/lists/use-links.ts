import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import { isPlainClick } from "../app/plain-click.ts";

/** Follows plain links (`data-page`) inside an element without a load of the
 *  page. A router link in each cell would cost more than the rest of the row. */
export function useLinks(): (event: MouseEvent) => void {
	const router = useRouter();
	return (event) => {
		const link = (event.target as Element).closest("a[data-page]");
		const path = link?.getAttribute("href");
		if (!path || !isPlainClick(event)) return;
		event.preventDefault();
		void router.navigate({ to: path });
	};
}
