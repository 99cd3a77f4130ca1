// Runs in the page that is measured. Times are those of `performance.now()`,
// taken in frames: what holds then is about to be seen.

const WAIT_MS = 60_000;

function isSettled() {
	return (
		document.querySelector(".mantine-Skeleton-root[data-visible]") === null &&
		document.querySelector('[role=grid][aria-busy="true"]') === null &&
		document.querySelector("main [data-pending]") === null
	);
}

function shownRows() {
	return [
		...document.querySelectorAll("[role=grid] [role=row][aria-selected]"),
	];
}

const conditions = {
	/** Rows of a list and its search box can be used. */
	listReady: () =>
		shownRows().length > 5 &&
		isSettled() &&
		document.querySelector("main input:not([disabled])") !== null,
	/** A page with this title has all of its content. */
	page: (title) =>
		document.querySelector("main h1")?.textContent?.trim() === title &&
		isSettled(),
	/** The list has so many rows. */
	total: (total) =>
		document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") ===
			String(total + 1) && isSettled(),
	/** So many charts are drawn. */
	charts: (count) => {
		const canvases = [...document.querySelectorAll(".uplot canvas")];
		return canvases.length >= count && canvases.every(({ width }) => width > 0);
	},
};

let keyAt = 0;
addEventListener("keydown", () => (keyAt = performance.now()), true);
let clickAt = 0;
addEventListener("pointerdown", () => (clickAt = performance.now()), true);

let dataAt = 0;
const NativeSocket = globalThis.WebSocket;
globalThis.WebSocket = class extends NativeSocket {
	constructor(...args) {
		super(...args);
		this.addEventListener("message", ({ data }) => {
			const isStats =
				typeof data === "string" && data.includes('"endTimestamp"');
			if (isStats) dataAt = performance.now();
		});
	}
};

function recordFrames() {
	const deltas = [];
	const long = [];
	const observer = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) long.push(duration);
	});
	observer.observe({ type: "long-animation-frame" });
	let isRunning = true;
	let last = performance.now();
	const next = () => {
		const now = performance.now();
		deltas.push(now - last);
		last = now;
		if (isRunning) requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
	return () => {
		isRunning = false;
		observer.disconnect();
		return { deltas: deltas.slice(1), long };
	};
}

function scrollerOf(selector) {
	const root = document.querySelector(selector);
	const around = [];
	for (let at = root; at !== null; at = at.parentElement) around.push(at);
	return [...around, ...(root?.querySelectorAll("*") ?? [])].find(
		({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 50,
	);
}

/** A list of plain elements that moves its few rows along: as fast as a list
 *  can be drawn on this machine. */
function showBareList({ count, columns, rowHeight }) {
	const scroller = document.createElement("div");
	scroller.role = "grid";
	scroller.style.cssText =
		"position:absolute;inset:100px 0 0 280px;overflow:auto;contain:strict;font:14px sans-serif";
	const body = document.createElement("div");
	body.style.height = `${count * rowHeight}px`;
	scroller.append(body);
	document.body.replaceChildren(scroller);
	const shown = Math.ceil(scroller.clientHeight / rowHeight) + 16;
	const rows = Array.from({ length: shown }, () => {
		const row = document.createElement("div");
		row.style.cssText = `position:absolute;top:0;display:grid;grid-template-columns:repeat(${columns},120px);height:${rowHeight}px;contain:strict;width:100%;border-bottom:1px solid #ccc`;
		row.append(
			...Array.from({ length: columns }, () => document.createElement("div")),
		);
		body.append(row);
		return { row, index: -1 };
	});
	const fill = () => {
		const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 8);
		for (let index = first; index < first + shown; index++) {
			const slot = rows[index % shown];
			if (slot.index === index) continue;
			slot.index = index;
			slot.row.style.transform = `translateY(${index * rowHeight}px)`;
			for (const [place, cell] of [...slot.row.children].entries()) {
				cell.textContent = `row ${index} of ${place}`;
			}
		}
	};
	scroller.addEventListener("scroll", fill);
	fill();
}

globalThis.bench = {
	showBareList,
	/** When a condition first holds. */
	when(name, argument) {
		return new Promise((resolve, reject) => {
			const deadline = performance.now() + WAIT_MS;
			const look = () => {
				const now = performance.now();
				if (conditions[name](argument)) resolve(now);
				else if (now > deadline) reject(new Error(`never: ${name}`));
				else requestAnimationFrame(look);
			};
			look();
		});
	},
	keyAt: () => keyAt,
	clickAt: () => clickAt,
	dataAt: () => dataAt,
	/** Scrolls from end to end in so many seconds. */
	async scroll(selector, seconds) {
		const scroller = scrollerOf(selector);
		if (scroller === undefined) throw new Error(`${selector} does not scroll`);
		scroller.scrollTop = 0;
		const stop = recordFrames();
		const startedAt = performance.now();
		// Asked again in each frame it would cost a layout.
		const way = scroller.scrollHeight - scroller.clientHeight;
		await new Promise((resolve) => {
			const step = () => {
				const share = (performance.now() - startedAt) / (seconds * 1000);
				scroller.scrollTop = Math.min(1, share) * way;
				if (share < 1) requestAnimationFrame(step);
				else resolve();
			};
			step();
		});
		return stop();
	},
	/** Id and text of the object of each row on screen. */
	rows: () =>
		shownRows().map((row) => {
			const href = row.querySelector("a[href]")?.getAttribute("href") ?? "";
			return [href.split("/")[2] ?? "", row.innerText];
		}),
	chartCount: () => document.querySelectorAll(".uplot").length,
};
