import type { Clock } from "@xo/std";
import type { Guest, GuestFacts, GuestKey } from "./guest/guest.ts";
import { startGuest } from "./guest/start-guest.ts";
import { CELL_HEIGHT, CELL_WIDTH } from "./screen/font.ts";
import { paint, type Rect } from "./screen/paint.ts";
import { Selection } from "./screen/selection.ts";
import { Terminal } from "./screen/terminal.ts";

const TICK_MS = 1_000;
const LEFT_BUTTON = 1;
const MIDDLE_BUTTON = 2;

/** Somebody who looks at a screen. */
export interface Viewer {
	/** Something changed. */
	onChange(): void;
	/** Text was copied in the guest. */
	onCut(text: string): void;
}

/** The screen, keyboard and mouse of one VM, shared by all who look. */
export class GuestScreen implements Disposable {
	readonly #terminal = new Terminal(80, 25);
	readonly #selection = new Selection(this.#terminal);
	readonly #viewers = new Set<Viewer>();
	readonly #clock: Clock;
	readonly #guest: Guest;
	#tick: Disposable | undefined;
	#buttons = 0;
	#clipboard = "";
	/** A paused VM neither shows nor hears anything new. */
	isPaused = false;

	constructor(options: {
		readonly clock: Clock;
		readonly facts: GuestFacts;
		readonly isBooting: boolean;
	}) {
		this.#clock = options.clock;
		const { clock, facts, isBooting } = options;
		const world = { clock, facts, terminal: this.#terminal };
		this.#guest = startGuest(world, isBooting);
		this.#terminal.onChange(() => {
			for (const viewer of this.#viewers) viewer.onChange();
		});
	}

	get viewers(): number {
		return this.#viewers.size;
	}

	get width(): number {
		return this.#terminal.columns * CELL_WIDTH;
	}

	get height(): number {
		return this.#terminal.rows * CELL_HEIGHT;
	}

	/** Grows with every change. */
	get version(): number {
		return this.#terminal.version;
	}

	/** The text on the screen, for those who cannot read pixels. */
	text(): string {
		const { rows } = this.#terminal;
		return Array.from({ length: rows }, (_, row) =>
			this.#terminal.lineAt(row),
		).join("\n");
	}

	changedSince(version: number): Rect[] {
		return this.#terminal.changedSince(version).map((area) => ({
			x: area.column * CELL_WIDTH,
			y: area.row * CELL_HEIGHT,
			width: area.columns * CELL_WIDTH,
			height: area.rows * CELL_HEIGHT,
		}));
	}

	/** Pixels of a part, row by row, `0xRRGGBB`. */
	paint(rect: Rect): Uint32Array {
		const source = { terminal: this.#terminal, selection: this.#selection };
		return paint(source, rect);
	}

	join(viewer: Viewer): Disposable {
		this.#viewers.add(viewer);
		if (this.#tick === undefined) this.#scheduleTick(0);
		return {
			[Symbol.dispose]: () => {
				this.#viewers.delete(viewer);
				if (this.#viewers.size > 0) return;
				this.#tick?.[Symbol.dispose]();
				this.#tick = undefined;
			},
		};
	}

	press(key: GuestKey): void {
		if (!this.isPaused) this.#guest.press(key);
	}

	/** The viewer's clipboard, which the middle button inserts. */
	setClipboard(text: string): void {
		this.#clipboard = text;
	}

	/** `buttons` is RFB's mask. */
	movePointer(position: { x: number; y: number }, buttons: number): void {
		if (this.isPaused) return;
		const place = {
			column: Math.floor(position.x / CELL_WIDTH),
			row: Math.floor(position.y / CELL_HEIGHT),
		};
		const before = this.#buttons;
		this.#buttons = buttons;
		const isDown = (button: number) => (buttons & button) !== 0;
		const wasDown = (button: number) => (before & button) !== 0;
		this.#selection.moveTo(place);
		if (isDown(LEFT_BUTTON)) {
			if (wasDown(LEFT_BUTTON)) this.#selection.extend(place);
			else this.#selection.begin(place);
		} else if (wasDown(LEFT_BUTTON)) this.#copy();
		if (isDown(MIDDLE_BUTTON) && !wasDown(MIDDLE_BUTTON)) {
			this.#guest.insert(this.#clipboard);
		}
	}

	[Symbol.dispose](): void {
		this.#tick?.[Symbol.dispose]();
		this.#guest[Symbol.dispose]();
	}

	#copy(): void {
		const text = this.#selection.text();
		if (text === "") return;
		this.#clipboard = text;
		for (const viewer of this.#viewers) viewer.onCut(text);
	}

	#scheduleTick(delayMs: number): void {
		this.#tick = this.#clock.after(delayMs, () => {
			if (!this.isPaused) this.#guest.tick();
			this.#scheduleTick(TICK_MS);
		});
	}
}
