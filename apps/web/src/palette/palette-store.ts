import { createSpotlight } from "@mantine/spotlight";

/** Whether the palette is open, and the way to open it. */
export const [paletteStore, palette] = createSpotlight();

/** Spotlight does so when the text changes, before our answers are there. */
export function selectFirst(): void {
	const list = document.getElementById(paletteStore.getState().listId);
	list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
	list?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
	paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}
