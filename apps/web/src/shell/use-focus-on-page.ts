import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Lets the keyboard go on from the content when another page is shown. Who
 *  walks along the tree stays there. */
export function useFocusOnPage(mainId: string): void {
	const router = useRouter();
	useEffect(
		() =>
			router.subscribe("onResolved", ({ fromLocation, toLocation }) => {
				if (fromLocation === undefined) return;
				if (pageOf(fromLocation.pathname) === pageOf(toLocation.pathname)) {
					return;
				}
				const main = document.getElementById(mainId);
				const { activeElement } = document;
				const isKept =
					main?.contains(activeElement) ||
					activeElement?.getAttribute("role") === "tree";
				if (!isKept) main?.focus({ preventScroll: true });
			}),
		[router, mainId],
	);
}

/** Tabs of an object are one page. */
function pageOf(pathname: string): string {
	return pathname.split("/").slice(0, 3).join("/");
}
