import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isPlainObject } from "@xo/std";
import { useCall } from "../calls/use-call.ts";
import { useSessionStore } from "../session/session-context.ts";
import type { ViewSearch } from "./view.ts";

interface SavedView {
	readonly name: string;
	readonly search: ViewSearch;
}

/** Preference of the user that holds the views of all lists. */
const PREFERENCE = "listViews";

/** Views that the user has kept of a list. They are preferences: the same on
 *  every browser. */
export function useSavedViews(listId: string) {
	const session = useSessionStore();
	const queries = useQueryClient();
	const { data: user } = useCall("session.getUser");
	const saving = useMutation({
		mutationFn: async (views: readonly SavedView[]) => {
			// Others may have changed other preferences since.
			const { id, preferences } = await session.call("session.getUser");
			const lists = preferences[PREFERENCE];
			await session.call("user.set", {
				id,
				preferences: {
					...preferences,
					[PREFERENCE]: {
						...(isPlainObject(lists) ? lists : {}),
						[listId]: views,
					},
				},
			});
			await queries.invalidateQueries({ queryKey: ["session.getUser"] });
		},
	});
	return {
		views: viewsOf(user?.preferences[PREFERENCE], listId),
		save: saving.mutate,
		isSaving: saving.isPending,
	};
}

/** Preferences can be written by any client: nothing is taken for granted. */
function viewsOf(preference: unknown, listId: string): readonly SavedView[] {
	const views = isPlainObject(preference) ? preference[listId] : undefined;
	if (!Array.isArray(views)) return [];
	return views.flatMap((view: unknown) =>
		isPlainObject(view) &&
		typeof view.name === "string" &&
		isPlainObject(view.search)
			? [{ name: view.name, search: textsOf(view.search) }]
			: [],
	);
}

function textsOf(search: Readonly<Record<string, unknown>>): ViewSearch {
	return Object.fromEntries(
		Object.entries(search).flatMap(([key, value]) =>
			typeof value === "string" ? [[key, value]] : [],
		),
	);
}
