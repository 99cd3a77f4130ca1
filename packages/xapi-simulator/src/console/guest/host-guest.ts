import { PLAIN } from "../screen/terminal.ts";
import {
	type Guest,
	type GuestKey,
	type GuestWorld,
	timeOfDay,
} from "./guest.ts";
import { runCommand } from "./shell.ts";

const MODE = { columns: 80, rows: 25 };
const TITLE = { foreground: 0xffffff, background: 0x1d4f7c };
const MAX_LINE = 500;

/** The status display of a host; a key opens a shell, `exit` leaves it. */
export class HostGuest implements Guest {
	readonly #world: GuestWorld;
	#line: string | undefined;

	constructor(world: GuestWorld) {
		this.#world = world;
		world.terminal.resize(MODE.columns, MODE.rows);
		this.#showStatus();
	}

	[Symbol.dispose](): void {}

	tick(): void {
		if (this.#line === undefined) this.#showTime();
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

	press({ name, hasControl }: GuestKey): void {
		const { terminal } = this.#world;
		if (this.#line === undefined) {
			if (name === "Enter") this.#openShell();
		} else if (name === "Enter") this.#run(this.#line);
		else if (name === "Backspace" && this.#line !== "") {
			this.#line = this.#line.slice(0, -1);
			terminal.write("\b \b");
		} else if (name.length === 1 && !hasControl) {
			if (this.#line.length >= MAX_LINE) return;
			this.#line += name;
			terminal.write(name);
		}
	}

	#showStatus(): void {
		const { terminal, facts } = this.#world;
		this.#line = undefined;
		terminal.style = PLAIN;
		terminal.clear();
		terminal.isCursorVisible = false;
		terminal.style = TITLE;
		terminal.writeAt(
			{ column: 0, row: 0 },
			` ${facts.osName}`.padEnd(terminal.columns),
		);
		terminal.style = PLAIN;
		const lines = [
			`Host       ${facts.name}`,
			`Address    ${facts.address}`,
			`Kernel     ${facts.kernel}`,
			`Memory     ${facts.memoryMib} MiB for the control domain`,
			`CPUs       ${facts.vcpus} for the control domain`,
			"",
			"Press Enter for a local command shell.",
		];
		for (const [index, line] of lines.entries()) {
			terminal.writeAt({ column: 2, row: 3 + index }, line);
		}
		this.#showTime();
	}

	#showTime(): void {
		const { terminal, clock } = this.#world;
		const text = timeOfDay(clock.now());
		terminal.style = TITLE;
		terminal.writeAt(
			{ column: terminal.columns - text.length - 1, row: 0 },
			text,
		);
		terminal.style = PLAIN;
	}

	#openShell(): void {
		const { terminal } = this.#world;
		terminal.clear();
		terminal.isCursorVisible = true;
		this.#prompt();
	}

	#run(line: string): void {
		const { terminal, facts, clock } = this.#world;
		terminal.write("\n");
		const command = line.trim();
		if (command === "exit") {
			this.#showStatus();
			return;
		}
		if (command === "clear") terminal.clear();
		else terminal.write(runCommand(line, { facts, now: clock.now() }));
		this.#prompt();
	}

	#prompt(): void {
		this.#line = "";
		this.#world.terminal.write(`[root@${this.#world.facts.name} ~]# `);
	}
}
