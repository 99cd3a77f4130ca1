import { formats } from "./format.js";

/** Rows of objects: keeps the elements of what has not changed. */
export class Table {
	#head;
	#body;
	#columns = [];
	#shown = new Map();
	#onSort;

	constructor({ head, body, onSort }) {
		this.#head = head;
		this.#body = body;
		this.#onSort = onSort;
	}

	/** `columns`: {key, label, format?, render?, isMain?, isMinor?, isNumber?} */
	setColumns(columns) {
		this.#columns = columns;
		this.#shown.clear();
		this.#body.replaceChildren();
		this.#head.replaceChildren(...columns.map((column) => this.#th(column)));
	}

	setSort({ key, desc }) {
		for (const [index, th] of [...this.#head.children].entries()) {
			if (this.#columns[index].key !== key) th.removeAttribute("aria-sort");
			else th.setAttribute("aria-sort", desc ? "descending" : "ascending");
		}
	}

	setRows(rows) {
		const before = this.#shown;
		this.#shown = new Map();
		for (const [index, row] of rows.entries()) {
			const known = before.get(row.id);
			const tr = known?.tr ?? document.createElement("tr");
			if (known?.row !== row) this.#fill(tr, row, known?.row);
			this.#shown.set(row.id, { row, tr });
			before.delete(row.id);
			// Only what is elsewhere moves: a focused button keeps its focus.
			const here = this.#body.children[index];
			if (here !== tr) this.#body.insertBefore(tr, here ?? null);
		}
		for (const { tr } of before.values()) tr.remove();
	}

	#th(column) {
		const th = document.createElement("th");
		th.scope = "col";
		th.className = classOf(column);
		if (column.render !== undefined) {
			th.setAttribute("aria-label", column.label);
			return th;
		}
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = column.label;
		button.addEventListener("click", () => this.#onSort(column.key));
		th.append(button);
		return th;
	}

	#fill(tr, row, before) {
		const isNew = tr.childElementCount === 0;
		for (const [index, column] of this.#columns.entries()) {
			const td = isNew ? tr.insertCell() : tr.children[index];
			if (isNew) td.className = classOf(column);
			if (column.render !== undefined) {
				replaceKeepingFocus(td, column.render(row));
				continue;
			}
			const value = row[column.key];
			if (!isNew && isSame(value, before?.[column.key])) continue;
			const content = contentOf(value, column.format);
			if (!isNew && td.textContent === content) continue;
			td.replaceChildren(content);
			td.title = typeof content === "string" ? content : "";
			if (!isNew) flash(td);
		}
	}
}

function classOf({ isMain, isMinor, isNumber }) {
	return [
		isMain ? "main-column" : "",
		isMinor ? "minor" : "",
		isNumber ? "number" : "",
	]
		.filter(Boolean)
		.join(" ");
}

function contentOf(value, format = "text") {
	return value === null || value === undefined ? "" : formats[format](value);
}

function isSame(a, b) {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function replaceKeepingFocus(td, content) {
	const hadFocus = td.contains(document.activeElement);
	td.replaceChildren(content);
	if (hadFocus) td.querySelector("button")?.focus();
}

function flash(td) {
	td.classList.remove("changed");
	requestAnimationFrame(() => td.classList.add("changed"));
}
