import { useHotkeys } from "@mantine/hooks";
import { useModals } from "@mantine/modals";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Shortcuts } from "./Shortcuts.tsx";

/** The search of the page before that of the tree. */
const SEARCHES = ["main", "body"].map(
	(place) => `${place} input:is([type=search], [data-search])`,
);

/** Keys that work on every page, while no field has the focus. */
export function useShortcuts(): void {
	const openSheet = useShortcutSheet();
	// With and without Shift: keyboards differ in where these stand.
	useHotkeys([
		["?", openSheet],
		["shift+?", openSheet],
		["/", focusSearch],
		["shift+/", focusSearch],
	]);
}

/** Opens the sheet of all keys. */
export function useShortcutSheet(): () => void {
	const { t } = useTranslation();
	const modals = useModals();
	return useCallback(() => {
		if (document.querySelector("[role=dialog]") !== null) return;
		modals.openModal({
			title: t("shortcuts.title"),
			size: "lg",
			children: <Shortcuts />,
		});
	}, [t, modals]);
}

function focusSearch(): void {
	for (const selector of SEARCHES) {
		const field = document.querySelector<HTMLInputElement>(selector);
		if (field?.checkVisibility()) {
			field.focus();
			field.select();
			return;
		}
	}
}
