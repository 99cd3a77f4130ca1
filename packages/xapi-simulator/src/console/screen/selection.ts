import type { Terminal } from "./terminal.ts";

interface Place {
	readonly column: number;
	readonly row: number;
}

/** What the mouse does on a text screen: shows where it is, marks text. */
export class Selection {
	readonly #terminal: Terminal;
	#pointer: Place | undefined;
	#anchor: Place | undefined;
	#head: Place | undefined;

	constructor(terminal: Terminal) {
		this.#terminal = terminal;
	}

	/** Whether the cell is to be shown in reverse. */
	covers(column: number, row: number): boolean {
		const { columns } = this.#terminal;
		const pointer = this.#pointer;
		if (pointer?.column === column && pointer.row === row) return true;
		const range = this.#range();
		if (range === undefined) return false;
		const index = row * columns + column;
		return index >= range.first && index <= range.last;
	}

	moveTo(place: Place): void {
		this.#redraw(() => {
			this.#pointer = place;
		});
	}

	begin(place: Place): void {
		this.#redraw(() => {
			this.#anchor = place;
			this.#head = undefined;
		});
	}

	extend(place: Place): void {
		this.#redraw(() => {
			this.#head = place;
		});
	}

	clear(): void {
		this.#redraw(() => {
			this.#pointer = undefined;
			this.#anchor = undefined;
			this.#head = undefined;
		});
	}

	/** The marked text, a line per row; empty when nothing is marked. */
	text(): string {
		const range = this.#range();
		if (range === undefined) return "";
		const { columns } = this.#terminal;
		const lines: string[] = [];
		const firstRow = Math.floor(range.first / columns);
		const lastRow = Math.floor(range.last / columns);
		for (let row = firstRow; row <= lastRow; row++) {
			const from = row === firstRow ? range.first % columns : 0;
			const to = row === lastRow ? range.last % columns : columns - 1;
			const line = this.#terminal.lineAt(row);
			lines.push(line.slice(from, to + 1));
		}
		return lines.join("\n");
	}

	#range(): { readonly first: number; readonly last: number } | undefined {
		if (this.#anchor === undefined || this.#head === undefined)
			return undefined;
		const { columns } = this.#terminal;
		const ends = [this.#anchor, this.#head]
			.map(({ column, row }) => row * columns + column)
			.sort((a, b) => a - b);
		return { first: ends[0] ?? 0, last: ends[1] ?? 0 };
	}

	#redraw(mutate: () => void): void {
		const before = this.#coveredCells();
		mutate();
		const after = this.#coveredCells();
		const { columns } = this.#terminal;
		for (const index of new Set([...before, ...after])) {
			if (before.has(index) && after.has(index)) continue;
			this.#terminal.touch(index % columns, Math.floor(index / columns));
		}
	}

	#coveredCells(): Set<number> {
		const { columns } = this.#terminal;
		const cells = new Set<number>();
		if (this.#pointer !== undefined) {
			cells.add(this.#pointer.row * columns + this.#pointer.column);
		}
		const range = this.#range();
		if (range === undefined) return cells;
		for (let index = range.first; index <= range.last; index++)
			cells.add(index);
		return cells;
	}
}
