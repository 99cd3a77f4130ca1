import { tabs } from "./tabs.js";

function defaultSort(tab) {
	return tab.sort ?? { key: tab.columns[0].key };
}

/** What is shown, from the part of the address after #. */
export function readState() {
	const params = new URLSearchParams(location.hash.slice(1));
	const tab = tabs.find(({ id }) => id === params.get("type")) ?? tabs[0];
	const key = params.get("sort");
	const isKnown = tab.columns.some((column) => column.key === key);
	return {
		tab,
		filter: params.get("filter") ?? "",
		sort: isKnown
			? { key, desc: params.get("order") === "desc" }
			: defaultSort(tab),
	};
}

/** So that a reload, or a link, shows the same. */
export function writeState({ tab, filter, sort }) {
	const params = new URLSearchParams({ type: tab.id });
	if (filter !== "") params.set("filter", filter);
	const usual = defaultSort(tab);
	if (sort.key !== usual.key || Boolean(sort.desc) !== Boolean(usual.desc)) {
		params.set("sort", sort.key);
		if (sort.desc) params.set("order", "desc");
	}
	history.replaceState(null, "", `#${params}`);
}

export function stateOfTab(tab) {
	return { tab, filter: "", sort: defaultSort(tab) };
}
