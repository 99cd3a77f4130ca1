import { Connection } from "./connection.js";
import { LiveQuery } from "./live-query.js";
import { powerButton, powerFields } from "./power.js";
import { Table } from "./table.js";
import { allTypes, tabs } from "./tabs.js";
import { readState, stateOfTab, writeState } from "./view-state.js";

const PAGE_ROWS = 100;
const TYPING_MS = 200;
const STATE_TEXTS = {
	connecting: "connecting",
	live: "live",
	lost: "connection lost, trying again",
};

const $ = (id) => document.getElementById(id);
const filterInput = $("filter");
const previous = $("previous");
const next = $("next");

let state = readState();
let offset = 0;

const connection = new Connection({
	onState(name) {
		$("connection").dataset.state = name;
		$("connection").textContent = STATE_TEXTS[name];
	},
	onSignedIn(user) {
		$("user").textContent = user.email;
		void counts.open();
		void list.open();
	},
	onSignedOut: () => location.replace("/signin"),
	onNotification(method, params) {
		if (method !== "query.patch") return;
		counts.onPatch(params);
		list.onPatch(params);
	},
});

const table = new Table({
	head: $("columns"),
	body: $("rows"),
	onSort(key) {
		const isDescending = state.sort.key === key && !state.sort.desc;
		state = { ...state, sort: { key, desc: isDescending } };
		showState();
		void list.update({ sort: [state.sort] });
	},
});

const counts = new LiveQuery(
	connection,
	{
		types: allTypes,
		groupBy: "type",
		window: { offset: 0, limit: 0 },
	},
	{ onResult: showCounts, onError: showFailure },
);

const list = new LiveQuery(connection, listParams(), {
	onResult: planRows,
	onError(error) {
		if (error.data?.column === undefined) showFailure(error);
		else showFilterError(error);
	},
});

function listParams() {
	const { tab, filter, sort } = state;
	const keys = tab.columns.map(({ key }) => key);
	return {
		types: tab.types,
		filter,
		sort: [sort],
		fields: [...keys, ...(tab.hasPower ? powerFields : [])],
		window: { offset, limit: PAGE_ROWS },
	};
}

async function run(method, params, button) {
	button.disabled = true;
	try {
		$("failure").hidden = true;
		await connection.call(method, params);
	} catch (error) {
		showFailure(error);
	} finally {
		button.disabled = false;
	}
}

function columnsOf(tab) {
	if (!tab.hasPower) return tab.columns;
	const render = (row) => powerButton(row, run);
	return [...tab.columns, { key: "", label: "Action", render }];
}

function showFailure(error) {
	$("failure").textContent = error.message;
	$("failure").hidden = false;
}

function showFilterError(error) {
	filterInput.setAttribute("aria-invalid", "true");
	const { column, filter } = error.data;
	$("filter-error").textContent =
		`${filter}\n${" ".repeat(column - 1)}^ ${error.message}`;
	$("filter-error").hidden = false;
}

function showCounts({ groups }) {
	const byType = new Map(groups.map(({ key, count }) => [key, count]));
	for (const button of $("tabs").children) {
		const { types } = tabs.find(({ id }) => id === button.dataset.id);
		const count = types.reduce((sum, type) => sum + (byType.get(type) ?? 0), 0);
		button.querySelector(".count").textContent = count.toLocaleString();
	}
}

let waiting;

/** Results may come faster than the screen shows them. */
function planRows(result) {
	if (waiting === undefined) {
		requestAnimationFrame(() => {
			const latest = waiting;
			waiting = undefined;
			showRows(latest);
		});
	}
	waiting = result;
}

function showRows({ rows, total, offset: from }) {
	filterInput.removeAttribute("aria-invalid");
	$("filter-error").hidden = true;
	table.setRows(rows);
	$("total").textContent =
		`${total.toLocaleString()} ${total === 1 ? "object" : "objects"}`;
	$("empty").hidden = total > 0;
	$("empty").textContent =
		state.filter === ""
			? "There are none of these."
			: "Nothing matches this filter.";
	$("range").textContent =
		total > PAGE_ROWS ? `${from + 1} – ${from + rows.length} of ${total}` : "";
	previous.hidden = next.hidden = total <= PAGE_ROWS;
	previous.disabled = from === 0;
	next.disabled = from + rows.length >= total;
}

function showState() {
	writeState(state);
	table.setSort(state.sort);
	for (const button of $("tabs").children) {
		const isCurrent = button.dataset.id === state.tab.id;
		button.setAttribute("aria-current", String(isCurrent));
		if (isCurrent) {
			button.scrollIntoView({ block: "nearest", inline: "nearest" });
		}
	}
}

function show(newState) {
	state = newState;
	offset = 0;
	filterInput.value = state.filter;
	$("filter-error").hidden = true;
	filterInput.removeAttribute("aria-invalid");
	table.setColumns(columnsOf(state.tab));
	showState();
}

function move(rows) {
	offset = Math.max(0, offset + rows);
	void list.update({ window: { offset, limit: PAGE_ROWS } });
}

function makeTab(tab) {
	const button = document.createElement("button");
	button.type = "button";
	button.dataset.id = tab.id;
	const count = document.createElement("span");
	count.className = "count";
	button.append(tab.label, count);
	button.addEventListener("click", () => {
		show(stateOfTab(tab));
		void list.update(listParams());
	});
	return button;
}

let typing;
filterInput.addEventListener("input", () => {
	clearTimeout(typing);
	typing = setTimeout(() => {
		state = { ...state, filter: filterInput.value };
		offset = 0;
		showState();
		void list.update({
			filter: state.filter,
			window: { offset, limit: PAGE_ROWS },
		});
	}, TYPING_MS);
});
previous.addEventListener("click", () => move(-PAGE_ROWS));
next.addEventListener("click", () => move(PAGE_ROWS));
window.addEventListener("hashchange", () => {
	show(readState());
	void list.update(listParams());
});

$("tabs").append(...tabs.map(makeTab));
show(state);
