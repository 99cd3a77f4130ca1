import type { GuestKey } from "../guest/guest.ts";
import { keyOfKeysym } from "./keysyms.ts";
import { keyOfScancode } from "./scancodes.ts";

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph"]);

/** One viewer's keyboard: knows which modifiers are down. */
export class Keyboard {
	readonly #onPress: (key: GuestKey) => void;
	readonly #down = new Set<string>();

	constructor(onPress: (key: GuestKey) => void) {
		this.#onPress = onPress;
	}

	/** By what the key means at the viewer. */
	keysym(keysym: number, isDown: boolean): void {
		this.#key(keyOfKeysym(keysym), isDown);
	}

	/** By which key it is; the guest's layout says what it means. */
	scancode(code: number, isDown: boolean): void {
		this.#key(keyOfScancode(code, this.#down.has("Shift")), isDown);
	}

	#key(name: string | undefined, isDown: boolean): void {
		if (name === undefined) return;
		if (MODIFIERS.has(name)) {
			if (isDown) this.#down.add(name);
			else this.#down.delete(name);
		} else if (isDown) {
			const hasControl = this.#down.has("Control");
			const hasAlt = this.#down.has("Alt");
			this.#onPress({ name, hasControl, hasAlt });
		}
	}
}
