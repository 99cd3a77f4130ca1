import type { MouseEvent } from "react";

/** Whether a click on a link asks for the page here, and not for a tab, a
 *  window or a file of it. */
export function isPlainClick(event: MouseEvent): boolean {
	const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
	return button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);
}
