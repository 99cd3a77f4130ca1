import { useNavigate, useRouter } from "@tanstack/react-router";
import type { Offer } from "../actions/use-offers.ts";

/** After an action that removed the object of a page: leads to its list, if
 *  the page is still the one that is looked at. */
export function useLeave(id: string, list: string): (done: Offer) => void {
	const navigate = useNavigate();
	const router = useRouter();
	return ({ action }) => {
		const { matches } = router.state;
		const isHere = matches.some(
			({ params }) => (params as { readonly id?: string }).id === id,
		);
		if (action.section === "remove" && isHere) void navigate({ to: list });
	};
}
