import {
	type Guest,
	type GuestKey,
	type GuestWorld,
	isAttention,
	timeOfDay,
} from "./guest.ts";

const MODE = { columns: 100, rows: 34 };
const BLUE = { foreground: 0xffffff, background: 0x0b4a8f };
const LIGHT = { foreground: 0x0b4a8f, background: 0xffffff };
const FIELD = { foreground: 0x202020, background: 0xe8eef5 };
const BOOT_MS = 4_000;
const MAX_PASSWORD = 40;

/** Digits of three by five dots, a row after the other. */
const DIGITS: Readonly<Record<string, string>> = {
	"0": "### #.# #.# #.# ###",
	"1": ".#. ##. .#. .#. ###",
	"2": "### ..# ### #.. ###",
	"3": "### ..# ### ..# ###",
	"4": "#.# #.# ### ..# ..#",
	"5": "### #.. ### ..# ###",
	"6": "### #.. ### #.# ###",
	"7": "### ..# ..# ..# ..#",
	"8": "### #.# ### #.# ###",
	"9": "### #.# ### ..# ###",
	":": "... .#. ... .#. ...",
};
const DOT_COLUMNS = 2;
const GLYPH_COLUMNS = 4 * DOT_COLUMNS;

type Stage = "booting" | "locked" | "password" | "desktop";

/** A lock screen with a clock, which opens at the attention keys. */
export class WindowsGuest implements Guest {
	readonly #world: GuestWorld;
	#stage: Stage = "booting";
	#password = "";
	#timer: Disposable | undefined;

	constructor(world: GuestWorld, isBooting: boolean) {
		this.#world = world;
		world.terminal.style = BLUE;
		world.terminal.resize(MODE.columns, MODE.rows);
		world.terminal.isCursorVisible = false;
		if (!isBooting) {
			this.#show("locked");
			return;
		}
		this.#centre(16, "Starting...");
		this.#timer = world.clock.after(BOOT_MS, () => this.#show("locked"));
	}

	[Symbol.dispose](): void {
		this.#timer?.[Symbol.dispose]();
	}

	tick(): void {
		if (this.#stage === "locked") this.#showTime();
	}

	insert(text: string): void {
		for (const name of text) {
			this.press({ name, hasControl: false, hasAlt: false });
		}
	}

	press(key: GuestKey): void {
		if (this.#stage === "booting") return;
		if (isAttention(key)) this.#show("password");
		else if (this.#stage === "password") this.#typePassword(key.name);
	}

	#typePassword(name: string): void {
		if (name === "Escape") this.#show("locked");
		else if (name === "Enter") this.#show("desktop");
		else {
			if (name === "Backspace") this.#password = this.#password.slice(0, -1);
			else if (name.length === 1 && this.#password.length < MAX_PASSWORD) {
				this.#password += name;
			}
			this.#showPassword();
		}
	}

	#show(stage: Stage): void {
		const { terminal, facts } = this.#world;
		this.#stage = stage;
		this.#password = "";
		terminal.style = BLUE;
		terminal.clear();
		if (stage === "locked") {
			this.#showTime();
			this.#centre(18, facts.name);
			this.#centre(29, "Press Ctrl+Alt+Delete to unlock.");
		} else if (stage === "password") {
			this.#centre(12, "Administrator");
			this.#showPassword();
			this.#centre(29, facts.name);
		} else {
			this.#centre(15, `Welcome to ${facts.name}`);
			this.#centre(17, "Press Ctrl+Alt+Delete to lock.");
		}
	}

	#showPassword(): void {
		const { terminal } = this.#world;
		terminal.style = FIELD;
		const dots = "*".repeat(this.#password.length);
		this.#centre(15, ` ${dots || "Password"} `.padEnd(MAX_PASSWORD + 2));
		terminal.style = BLUE;
	}

	#showTime(): void {
		const { terminal, clock } = this.#world;
		const text = timeOfDay(clock.now()).slice(0, 5);
		const left = Math.floor(
			(terminal.columns - text.length * GLYPH_COLUMNS) / 2,
		);
		for (const [index, character] of [...text].entries()) {
			const dots = (DIGITS[character] ?? "").replaceAll(" ", "");
			for (const [at, dot] of [...dots].entries()) {
				terminal.style = dot === "#" ? LIGHT : BLUE;
				const column = left + index * GLYPH_COLUMNS + (at % 3) * DOT_COLUMNS;
				const row = 9 + Math.floor(at / 3);
				terminal.writeAt({ column, row }, " ".repeat(DOT_COLUMNS));
			}
		}
		terminal.style = BLUE;
	}

	#centre(row: number, text: string): void {
		const { terminal } = this.#world;
		const column = Math.floor((terminal.columns - text.length) / 2);
		terminal.writeAt({ column, row }, text);
	}
}
