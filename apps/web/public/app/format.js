const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const dates = new Intl.DateTimeFormat(undefined, {
	dateStyle: "medium",
	timeStyle: "medium",
});

const TONES = {
	Running: "good",
	success: "good",
	Paused: "warn",
	Suspended: "warn",
	pending: "warn",
	cancelling: "warn",
	failure: "bad",
	Unknown: "bad",
};

function element(name, className, text) {
	const node = document.createElement(name);
	node.className = className;
	node.textContent = text;
	return node;
}

export function formatBytes(value) {
	if (value < 0) return "";
	let size = value;
	let unit = 0;
	while (size >= 1000 && unit < UNITS.length - 1) {
		size /= 1024;
		unit++;
	}
	return `${size >= 99.95 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}

/** Each gives text, or an element; names may be hostile, so no HTML. */
export const formats = {
	text: (value) => String(value),
	number: (value) => value.toLocaleString(),
	bytes: formatBytes,
	percent: (value) => `${Math.round(value * 100)} %`,
	/** Windows tools add the folder and disk after bars. */
	system: (value) => String(value).split("|", 1)[0],
	yesNo: (value) => (value ? "yes" : "no"),
	/** Seconds since the epoch. */
	time: (value) => (value > 0 ? dates.format(value * 1000) : ""),
	state(value) {
		const node = element("span", "dot", value);
		node.dataset.tone = TONES[value] ?? "";
		return node;
	},
	enabled(value) {
		const node = element("span", "dot", value ? "enabled" : "disabled");
		node.dataset.tone = value ? "good" : "warn";
		return node;
	},
	tags(values) {
		const list = document.createElement("span");
		list.append(...values.map((value) => element("span", "tag", value)));
		return list;
	},
};
