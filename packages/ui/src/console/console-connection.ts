import type RFB from "@novnc/novnc";
import { KEYS, type Key, type KeyCombination } from "./keys.ts";
import type { KeyStroke } from "./type-text.ts";

/** What to do after the other end closed with a code: connect again, wait
 *  until `resume` is called, or nothing. */
export type AfterClose = "retry" | "wait" | "stop";

export type ConsoleStatus =
	| { readonly kind: "connecting" }
	| { readonly kind: "connected" }
	/** Lost; it is tried again by itself. */
	| { readonly kind: "retrying"; readonly reason: string }
	/** The machine does not run. */
	| { readonly kind: "waiting" }
	| {
			readonly kind: "stopped";
			readonly code: number;
			readonly reason: string;
	  };

interface ConsoleConnectionOptions {
	/** WebSocket that speaks RFB. */
	readonly url: string;
	readonly afterClose: (code: number) => AfterClose;
	/** Else it waits from the beginning. */
	readonly isRunning: boolean;
	/** Text was copied in the machine. */
	readonly onCopied: (text: string) => void;
}

const FIRST_DELAY_MS = 300;
const MAX_DELAY_MS = 5_000;
/** A machine reads its keyboard at its own pace. */
const STROKE_MS = 4;

/** A screen: connects, connects again, and says how it is. */
export class ConsoleConnection {
	readonly #options: ConsoleConnectionOptions;
	readonly #listeners = new Set<() => void>();
	#status: ConsoleStatus = { kind: "connecting" };
	#target: HTMLElement | undefined;
	#rfb: RFB | undefined;
	#socket: WebSocket | undefined;
	#retry: number | undefined;
	#failures = 0;
	#isScaled = true;

	constructor(options: ConsoleConnectionOptions) {
		this.#options = options;
		if (!options.isRunning) this.#status = { kind: "waiting" };
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	readonly getStatus = (): ConsoleStatus => this.#status;

	/** Shows the screen in an element until the result is called. */
	readonly attach = (target: HTMLElement): (() => void) => {
		this.#target = target;
		if (this.#status.kind !== "waiting") void this.#connect();
		return () => {
			this.#target = undefined;
			this.#drop();
		};
	};

	/** The machine runs again: connects, soon when it failed a moment ago. */
	resume(): void {
		if (this.#status.kind !== "waiting") return;
		if (this.#failures > 1) this.#retryLater();
		else void this.#connect();
	}

	/** Connects now, if it does not try already. */
	retry(): void {
		const { kind } = this.#status;
		if (kind !== "connected" && kind !== "connecting") void this.#connect();
	}

	/** Whether the screen shrinks to fit its place. */
	setScaled(isScaled: boolean): void {
		this.#isScaled = isScaled;
		if (this.#rfb === undefined) return;
		this.#rfb.scaleViewport = isScaled;
	}

	focus(): void {
		this.#rfb?.focus({ preventScroll: true });
	}

	/** Lets go of the keyboard, and of the keys that ask for it. */
	blur(): void {
		for (const key of [KEYS.control, KEYS.alt]) this.#send(key, false);
		this.#rfb?.blur();
	}

	press({ keys }: KeyCombination): void {
		for (const key of keys) this.#send(key, true);
		for (const key of keys.toReversed()) this.#send(key, false);
	}

	/** Presses one key after the other; the signal stops it.
	 *  @returns how many were pressed */
	async type(
		strokes: readonly KeyStroke[],
		signal: AbortSignal,
	): Promise<number> {
		let pressed = 0;
		for (const { key, held } of strokes) {
			if (signal.aborted || this.#status.kind !== "connected") break;
			this.press({ name: "", keys: [...held, key] });
			pressed++;
			await new Promise((resolve) => setTimeout(resolve, STROKE_MS));
		}
		return pressed;
	}

	/** Puts text on the machine's clipboard, where it has one. */
	sendClipboard(text: string): void {
		this.#rfb?.clipboardPasteFrom(text);
	}

	/** The screen as PNG; `undefined` before there is one. */
	async screenshot(): Promise<Blob | undefined> {
		const rfb = this.#rfb;
		if (rfb === undefined) return undefined;
		const blob = await new Promise<Blob | null>((resolve) => {
			rfb.toBlob(resolve, "image/png");
		});
		return blob ?? undefined;
	}

	#send(key: Key, isDown: boolean): void {
		this.#rfb?.sendKey(key.keysym, key.code, isDown);
	}

	async #connect(): Promise<void> {
		this.#drop();
		this.#setStatus({ kind: "connecting" });
		const { default: Rfb } = await import("@novnc/novnc");
		const target = this.#target;
		// Left, or begun anew, in the meantime.
		if (target === undefined || this.#rfb !== undefined) return;
		const socket = new WebSocket(this.#options.url, ["binary"]);
		const rfb = new Rfb(target, socket, { shared: true });
		this.#socket = socket;
		this.#rfb = rfb;
		rfb.scaleViewport = this.#isScaled;
		rfb.background = "transparent";
		rfb.addEventListener("connect", () => {
			this.#failures = 0;
			this.#setStatus({ kind: "connected" });
			this.focus();
		});
		rfb.addEventListener("clipboard", (event) => {
			const { detail } = event as CustomEvent<{ readonly text: string }>;
			this.#options.onCopied(detail.text);
		});
		// noVNC says that it ended, but not why.
		socket.addEventListener("close", ({ code, reason }) => {
			if (this.#socket === socket) this.#noteClosed(code, reason);
		});
	}

	#noteClosed(code: number, reason: string): void {
		this.#rfb = undefined;
		this.#socket = undefined;
		this.#failures++;
		const next = this.#options.afterClose(code);
		if (next === "retry") {
			this.#setStatus({ kind: "retrying", reason });
			this.#retryLater();
		} else if (next === "wait") this.#setStatus({ kind: "waiting" });
		else this.#setStatus({ kind: "stopped", code, reason });
	}

	#retryLater(): void {
		const doubled = FIRST_DELAY_MS * 2 ** (this.#failures - 1);
		const delayMs = Math.min(doubled, MAX_DELAY_MS);
		window.clearTimeout(this.#retry);
		this.#retry = window.setTimeout(() => void this.#connect(), delayMs);
	}

	#drop(): void {
		window.clearTimeout(this.#retry);
		this.#socket = undefined;
		const rfb = this.#rfb;
		this.#rfb = undefined;
		rfb?.disconnect();
	}

	#setStatus(status: ConsoleStatus): void {
		this.#status = status;
		for (const listener of this.#listeners) listener();
	}
}
