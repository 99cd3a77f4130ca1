/** What pointers ask of a plot; positions are CSS pixels from its left. */
export interface PointerActions {
	cursor(leftPx: number | undefined): void;
	/** The stretch being chosen; `isDone` when the pointer is released. */
	select(fromPx: number, toPx: number, isDone: boolean): void;
	cancelSelect(): void;
	pan(byPx: number): void;
	zoom(factor: number, aroundPx: number): void;
	reset(): void;
	/** Whether a plain wheel is meant for the chart and not for the page. */
	ownsWheel(): boolean;
}

const SHORTEST_SELECTION_PX = 5;
const LINE_PX = 16;
const WHEEL_SPEED = 0.0015;

interface Drag {
	readonly mode: "select" | "pan";
	readonly startPx: number;
	lastPx: number;
}

/**
 * Drag chooses a stretch, Shift and drag (or a finger) moves, two fingers and
 * the wheel zoom, a double click shows all.
 */
export function listenToPointers(
	target: HTMLElement,
	actions: PointerActions,
): () => void {
	const abort = new AbortController();
	const listen = { signal: abort.signal };
	const gestures = new Gestures(target, actions);
	target.addEventListener("pointerdown", (e) => gestures.down(e), listen);
	target.addEventListener("pointermove", (e) => gestures.move(e), listen);
	target.addEventListener("pointerup", (e) => gestures.up(e), listen);
	target.addEventListener("pointercancel", (e) => gestures.cancel(e), listen);
	target.addEventListener(
		"pointerleave",
		() => actions.cursor(undefined),
		listen,
	);
	target.addEventListener("dblclick", () => actions.reset(), listen);
	target.addEventListener("wheel", (e) => wheel(e, actions), {
		...listen,
		passive: false,
	});
	return () => {
		abort.abort();
	};
}

class Gestures {
	readonly #target: HTMLElement;
	readonly #actions: PointerActions;
	readonly #fingers = new Map<number, number>();
	#drag: Drag | undefined;

	constructor(target: HTMLElement, actions: PointerActions) {
		this.#target = target;
		this.#actions = actions;
	}

	down(event: PointerEvent): void {
		if (event.button !== 0) return;
		const px = event.offsetX;
		this.#target.setPointerCapture(event.pointerId);
		if (event.pointerType === "touch") this.#fingers.set(event.pointerId, px);
		const isPan = event.shiftKey || event.pointerType === "touch";
		this.#drag = { mode: isPan ? "pan" : "select", startPx: px, lastPx: px };
	}

	move(event: PointerEvent): void {
		const px = event.offsetX;
		if (this.#fingers.size === 2) {
			this.#pinch(event.pointerId, px);
			return;
		}
		this.#actions.cursor(px);
		const drag = this.#drag;
		if (drag === undefined) return;
		if (drag.mode === "pan") this.#actions.pan(drag.lastPx - px);
		else this.#actions.select(drag.startPx, px, false);
		drag.lastPx = px;
	}

	up(event: PointerEvent): void {
		const drag = this.#drag;
		this.#end(event);
		if (drag?.mode !== "select") return;
		const px = event.offsetX;
		if (Math.abs(px - drag.startPx) < SHORTEST_SELECTION_PX) {
			this.#actions.cancelSelect();
		} else {
			this.#actions.select(drag.startPx, px, true);
		}
	}

	cancel(event: PointerEvent): void {
		this.#end(event);
		this.#actions.cancelSelect();
	}

	#end(event: PointerEvent): void {
		this.#fingers.delete(event.pointerId);
		this.#drag = undefined;
	}

	#pinch(pointerId: number, px: number): void {
		const before = [...this.#fingers.values()];
		this.#fingers.set(pointerId, px);
		const after = [...this.#fingers.values()];
		const distance = ([a = 0, b = 0]: number[]) => Math.max(8, Math.abs(a - b));
		const middle = ((after[0] ?? 0) + (after[1] ?? 0)) / 2;
		this.#actions.zoom(distance(before) / distance(after), middle);
	}
}

function wheel(event: WheelEvent, actions: PointerActions): void {
	const isMeant = event.ctrlKey || event.metaKey || actions.ownsWheel();
	if (!isMeant) return;
	event.preventDefault();
	const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
	const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
	if (event.shiftKey || isSideways) {
		actions.pan((isSideways ? event.deltaX : event.deltaY) * unit);
	} else {
		actions.zoom(Math.exp(event.deltaY * unit * WHEEL_SPEED), event.offsetX);
	}
}
