import type { Clock } from "@xo/std";
import type { Terminal } from "../screen/terminal.ts";

/** A key that went down: one character, or the name of a key as browsers call
 *  it (`Enter`, `Backspace`, `Delete`). */
export interface GuestKey {
	readonly name: string;
	readonly hasControl: boolean;
	readonly hasAlt: boolean;
}

/** What shows on the screen of a VM. */
export interface GuestFacts {
	readonly name: string;
	readonly osName: string;
	readonly kernel: string;
	readonly address: string;
	readonly memoryMib: number;
	readonly vcpus: number;
	readonly kind: "linux" | "windows" | "host";
	/** When the VM started, milliseconds. */
	readonly startedAt: number;
}

export interface GuestWorld {
	readonly clock: Clock;
	readonly terminal: Terminal;
	readonly facts: GuestFacts;
}

/** What runs in a VM, as far as its screen tells. */
export interface Guest extends Disposable {
	press(key: GuestKey): void;
	/** Text that the mouse inserts. */
	insert(text: string): void;
	/** Once a second while somebody looks. */
	tick(): void;
}

/** Whether the keys are those that restart a PC or ask for its attention. */
export function isAttention(key: GuestKey): boolean {
	return key.name === "Delete" && key.hasControl && key.hasAlt;
}

/** `14:05:23`, as of UTC, which guests here run on. */
export function timeOfDay(now: number): string {
	return new Date(now).toISOString().slice(11, 19);
}
