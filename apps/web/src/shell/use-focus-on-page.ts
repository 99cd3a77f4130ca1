import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Lets the keyboard go on from the content when another page is shown. Who
 *  walks along the tree stays there, and so does who has opened a dialog since
 *  asking for the page. */
export function useFocusOnPage(mainId: string): void {
	const router = useRouter();
	useEffect(() => {
		let focusBefore: Element | null = null;
		const unsubscribeBefore = router.subscribe("onBeforeNavigate", () => {
			focusBefore = document.activeElement;
		});
		const unsubscribe = router.subscribe("onResolved", (event) => {
			const { fromLocation: from, toLocation: to } = event;
			if (from === undefined || pageOf(from.pathname) === pageOf(to.pathname)) {
				return;
			}
			const main = document.getElementById(mainId);
			const focus = document.activeElement;
			const isKept =
				main?.contains(focus) ||
				focus?.getAttribute("role") === "tree" ||
				(focus !== focusBefore && focus?.closest("[role=dialog]"));
			if (!isKept) main?.focus({ preventScroll: true });
		});
		return () => {
			unsubscribeBefore();
			unsubscribe();
		};
	}, [router, mainId]);
}

/** Tabs of an object are one page. */
function pageOf(pathname: string): string {
	return pathname.split("/").slice(0, 3).join("/");
}
