/** A hidden page has no frames: what only eyes are for can wait. */
const HIDDEN_MS = 1_000;

/** Runs work just before the page is drawn next. */
export function beforeFrame(work: () => void): void {
	if (document.hidden) setTimeout(work, HIDDEN_MS);
	else requestAnimationFrame(work);
}
