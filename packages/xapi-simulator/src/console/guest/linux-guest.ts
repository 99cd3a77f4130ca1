import { PLAIN } from "../screen/terminal.ts";
import { type BootLine, bootLines, firmwareText } from "./boot-text.ts";
import {
	type Guest,
	type GuestKey,
	type GuestWorld,
	isAttention,
	timeOfDay,
} from "./guest.ts";
import { runCommand } from "./shell.ts";

/** Of the firmware's text mode, and of the frame buffer's that follows. */
const TEXT_MODE = { columns: 80, rows: 25 };
const GRAPHIC_MODE = { columns: 100, rows: 34 };
const FIRMWARE_MS = 1_200;
const MAX_LINE = 500;
const REVERSE = { foreground: 0x101418, background: 0x7a8794 };

type Stage = "booting" | "login" | "password" | "shell";

/** Boots with the usual words, asks who is there and obeys a few commands. */
export class LinuxGuest implements Guest {
	readonly #world: GuestWorld;
	#stage: Stage = "booting";
	#line = "";
	#timer: Disposable | undefined;

	constructor(world: GuestWorld, isBooting: boolean) {
		this.#world = world;
		if (isBooting) this.#boot();
		else this.#enterGraphicMode();
		if (!isBooting) this.#askLogin();
	}

	[Symbol.dispose](): void {
		this.#timer?.[Symbol.dispose]();
	}

	tick(): void {
		if (this.#stage !== "booting") this.#showTime();
	}

	insert(text: string): void {
		for (const name of text) {
			this.press({
				name: name === "\n" ? "Enter" : name,
				hasControl: false,
				hasAlt: false,
			});
		}
	}

	press(key: GuestKey): void {
		if (isAttention(key)) {
			this.#boot();
			return;
		}
		if (this.#stage === "booting") return;
		if (key.hasControl) this.#pressWithControl(key.name);
		else if (key.name === "Enter") this.#enter();
		else if (key.name === "Backspace") this.#erase();
		else if (key.name.length === 1 && this.#line.length < MAX_LINE) {
			this.#line += key.name;
			if (this.#stage !== "password") this.#terminal.write(key.name);
		}
	}

	get #terminal() {
		return this.#world.terminal;
	}

	#boot(): void {
		this.#stage = "booting";
		this.#terminal.style = PLAIN;
		this.#terminal.resize(TEXT_MODE.columns, TEXT_MODE.rows);
		this.#terminal.write(firmwareText(this.#world.facts));
		this.#after(FIRMWARE_MS, () => {
			this.#enterGraphicMode();
			this.#writeBoot(bootLines(this.#world.facts));
		});
	}

	#enterGraphicMode(): void {
		this.#terminal.resize(GRAPHIC_MODE.columns, GRAPHIC_MODE.rows);
	}

	#writeBoot([line, ...rest]: readonly BootLine[]): void {
		if (line === undefined) {
			this.#terminal.clear();
			this.#askLogin();
			return;
		}
		this.#terminal.write(line.text);
		this.#after(line.pauseMs, () => this.#writeBoot(rest));
	}

	#askLogin(): void {
		const { name, osName } = this.#world.facts;
		this.#stage = "login";
		this.#line = "";
		this.#terminal.write(`${osName} ${name} tty1\n\n${name} login: `);
		this.#showTime();
	}

	#enter(): void {
		const line = this.#line;
		this.#line = "";
		this.#terminal.write("\n");
		if (this.#stage === "login") {
			if (line === "") {
				this.#askLogin();
				return;
			}
			this.#stage = "password";
			this.#terminal.write("Password: ");
		} else if (this.#stage === "password") {
			this.#stage = "shell";
			this.#terminal.write(
				`Welcome to ${this.#world.facts.osName} (${this.#world.facts.kernel})\n\n`,
			);
			this.#prompt();
		} else this.#run(line);
	}

	#run(line: string): void {
		const command = line.trim();
		if (command === "exit") {
			this.#terminal.write("logout\n\n");
			this.#askLogin();
		} else if (command === "reboot") this.#boot();
		else {
			const { facts, clock } = this.#world;
			if (command === "clear") this.#terminal.clear();
			else this.#terminal.write(runCommand(line, { facts, now: clock.now() }));
			this.#prompt();
		}
	}

	#prompt(): void {
		this.#terminal.write(`root@${this.#world.facts.name}:~# `);
	}

	#pressWithControl(name: string): void {
		if (name === "c" || name === "u") {
			this.#line = "";
			this.#terminal.write("^C\n");
			if (this.#stage === "shell") this.#prompt();
			else this.#askLogin();
		} else if (name === "l" && this.#stage === "shell") {
			this.#terminal.clear();
			this.#prompt();
			this.#terminal.write(this.#line);
		} else if (name === "d" && this.#stage === "shell") this.#run("exit");
	}

	#erase(): void {
		if (this.#line === "") return;
		this.#line = this.#line.slice(0, -1);
		if (this.#stage !== "password") this.#terminal.write("\b \b");
	}

	#showTime(): void {
		const { terminal, clock } = this.#world;
		const text = ` ${timeOfDay(clock.now())} `;
		terminal.style = REVERSE;
		terminal.writeAt({ column: terminal.columns - text.length, row: 0 }, text);
		terminal.style = PLAIN;
	}

	#after(delayMs: number, callback: () => void): void {
		this.#timer?.[Symbol.dispose]();
		this.#timer = this.#world.clock.after(delayMs, callback);
	}
}
