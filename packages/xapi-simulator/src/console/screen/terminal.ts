/** Colours of a cell, `0xRRGGBB`. */
export interface Style {
	readonly foreground: number;
	readonly background: number;
}

export const PLAIN: Style = { foreground: 0xd4d4d4, background: 0x101418 };

interface Cell {
	character: string;
	style: Style;
	/** Of the screen, when the cell last changed. */
	version: number;
}

/** A rectangle of cells. */
export interface CellArea {
	readonly column: number;
	readonly row: number;
	readonly columns: number;
	readonly rows: number;
}

const TAB_WIDTH = 8;

/** A text screen: cells with colours, a cursor, and since when they are so. */
export class Terminal {
	style: Style = PLAIN;
	#columns: number;
	#rows: number;
	#cells: Cell[] = [];
	#cursor = { column: 0, row: 0 };
	#isCursorVisible = true;
	#version = 1;
	readonly #listeners = new Set<() => void>();

	constructor(columns: number, rows: number) {
		this.#columns = columns;
		this.#rows = rows;
		this.clear();
	}

	get columns(): number {
		return this.#columns;
	}

	get rows(): number {
		return this.#rows;
	}

	/** Grows with every change. */
	get version(): number {
		return this.#version;
	}

	get cursor(): { readonly column: number; readonly row: number } {
		return this.#cursor;
	}

	get isCursorVisible(): boolean {
		return this.#isCursorVisible;
	}

	set isCursorVisible(isVisible: boolean) {
		this.#change(() => {
			this.#isCursorVisible = isVisible;
			this.#touchCursor();
		});
	}

	cellAt(column: number, row: number): Readonly<Cell> | undefined {
		if (column < 0 || column >= this.#columns) return undefined;
		return this.#cells[row * this.#columns + column];
	}

	/** The text of a row without the blanks at its end. */
	lineAt(row: number): string {
		const start = row * this.#columns;
		const cells = this.#cells.slice(start, start + this.#columns);
		return cells
			.map(({ character }) => character)
			.join("")
			.trimEnd();
	}

	/** Another size; the screen is empty afterwards. */
	resize(columns: number, rows: number): void {
		this.#columns = columns;
		this.#rows = rows;
		this.clear();
	}

	clear(): void {
		this.#change(() => {
			this.#cells = Array.from({ length: this.#columns * this.#rows }, () =>
				this.#blank(),
			);
			this.#cursor = { column: 0, row: 0 };
		});
	}

	moveTo(column: number, row: number): void {
		this.#change(() => {
			this.#touchCursor();
			this.#cursor = { column, row };
			this.#touchCursor();
		});
	}

	/** Writes at the cursor and moves it; `\n` begins a line, `\b` steps back,
	 *  `\t` fills up. */
	write(text: string): void {
		this.#change(() => {
			this.#touchCursor();
			for (const character of text) this.#put(character);
			this.#touchCursor();
		});
	}

	/** Writes elsewhere without moving the cursor. */
	writeAt(position: { column: number; row: number }, text: string): void {
		this.#change(() => {
			for (const [index, character] of [...text].entries()) {
				this.#set(position.column + index, position.row, character);
			}
		});
	}

	/** Says that cells look different though they hold the same. */
	touch(column: number, row: number): void {
		this.#change(() => this.#touch(column, row));
	}

	/** One area for each row with cells that changed after `version`. */
	changedSince(version: number): CellArea[] {
		const areas: CellArea[] = [];
		for (let row = 0; row < this.#rows; row++) {
			let first = -1;
			let last = -1;
			for (let column = 0; column < this.#columns; column++) {
				const cell = this.#cells[row * this.#columns + column];
				if (cell === undefined || cell.version <= version) continue;
				if (first < 0) first = column;
				last = column;
			}
			if (first < 0) continue;
			areas.push({ column: first, row, columns: last - first + 1, rows: 1 });
		}
		return areas;
	}

	/** Called after each change. */
	onChange(listener: () => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	#change(mutate: () => void): void {
		this.#version++;
		mutate();
		for (const listener of [...this.#listeners]) listener();
	}

	#put(character: string): void {
		const { column, row } = this.#cursor;
		if (character === "\n") this.#beginLine();
		else if (character === "\b") {
			this.#cursor = { column: Math.max(0, column - 1), row };
		} else if (character === "\t") {
			for (let n = TAB_WIDTH - (column % TAB_WIDTH); n > 0; n--) this.#put(" ");
		} else {
			if (column >= this.#columns) this.#beginLine();
			const { column: at, row: line } = this.#cursor;
			this.#set(at, line, character);
			this.#cursor = { column: at + 1, row: line };
		}
	}

	#beginLine(): void {
		const row = this.#cursor.row + 1;
		if (row < this.#rows) {
			this.#cursor = { column: 0, row };
			return;
		}
		this.#cells.splice(0, this.#columns);
		for (let n = 0; n < this.#columns; n++) this.#cells.push(this.#blank());
		for (const cell of this.#cells) cell.version = this.#version;
		this.#cursor = { column: 0, row: this.#rows - 1 };
	}

	#set(column: number, row: number, character: string): void {
		if (column >= this.#columns || row >= this.#rows) return;
		const cell = this.#cells[row * this.#columns + column];
		if (cell === undefined) return;
		if (cell.character === character && cell.style === this.style) return;
		cell.character = character;
		cell.style = this.style;
		cell.version = this.#version;
	}

	#touchCursor(): void {
		this.#touch(this.#cursor.column, this.#cursor.row);
	}

	#touch(column: number, row: number): void {
		if (column < 0 || column >= this.#columns) return;
		const cell = this.#cells[row * this.#columns + column];
		if (cell !== undefined) cell.version = this.#version;
	}

	#blank(): Cell {
		return { character: " ", style: this.style, version: this.#version };
	}
}
