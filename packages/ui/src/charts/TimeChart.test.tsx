// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { provideCanvas } from "../../tests/_canvas.ts";
import { renderUi } from "../../tests/_render.tsx";
import { ChartGroup } from "./ChartGroup.tsx";
import type { TimeChartLabels } from "./chart-labels.ts";
import { TimeChart } from "./TimeChart.tsx";

const LABELS: TimeChartLabels = {
	time: "Time",
	latest: "Latest",
	noData: "No data",
	actions: "Actions",
	showTable: "Show as table",
	showChart: "Show as chart",
	downloadPng: "Picture",
	downloadCsv: "CSV",
	resetZoom: "Show all",
	keyboardHint: "Arrows move, plus and minus zoom",
	summary: ({ title, series }) =>
		`${title}: ${series.map((one) => `${one.label} ${one.lowest} to ${one.highest}`).join("; ")}`,
};
const MINUTE_MS = 60_000;
const DATA = {
	timesMs: Array.from({ length: 100 }, (_, index) => index * MINUTE_MS),
	series: [
		{
			id: "a",
			label: "web1",
			values: Array.from({ length: 100 }, (_, index) => index),
		},
		{
			id: "b",
			label: "db1",
			values: Array.from({ length: 100 }, (_, index) =>
				index > 40 && index < 60 ? null : 50,
			),
		},
	],
};

function Chart({ title, data = DATA }: { title: string; data?: typeof DATA }) {
	return (
		<TimeChart
			title={title}
			data={data}
			unit="percent"
			labels={LABELS}
			locale="en"
		/>
	);
}

async function plotOf(name: RegExp) {
	const plot = await screen.findByRole("group", { name });
	await waitFor(() => expect(plot.querySelector("canvas")).not.toBeNull());
	return plot;
}

afterEach(cleanup);

test("tells in words what it shows, with the latest values", async () => {
	provideCanvas();
	renderUi(<Chart title="CPU" />);
	await plotOf(/^CPU: web1 0% to 99%; db1 50% to 50%$/);
	expect(screen.getByRole("button", { name: /web1/ }).textContent).toContain(
		"99%",
	);
});

test("shows the values at the cursor on all charts of a group", async () => {
	provideCanvas();
	renderUi(
		<ChartGroup>
			<Chart title="CPU" />
			<Chart title="Memory" />
		</ChartGroup>,
	);
	const user = userEvent.setup();
	(await plotOf(/^CPU/)).focus();
	await user.keyboard("{Shift>}{ArrowLeft}{/Shift}");
	for (const button of screen.getAllByRole("button", { name: /web1/ })) {
		expect(button.textContent).toContain("98%");
	}
});

test("zooms by keyboard, and back", async () => {
	provideCanvas();
	renderUi(<Chart title="CPU" />);
	const user = userEvent.setup();
	(await plotOf(/^CPU/)).focus();
	await user.keyboard("+");
	const reset = await screen.findByRole("button", { name: "Show all" });
	await screen.findByRole("group", { name: /web1 10% to 89%/ });
	await user.click(reset);
	await screen.findByRole("group", { name: /web1 0% to 99%/ });
});

test("gives the same as a table", async () => {
	provideCanvas();
	renderUi(<Chart title="CPU" />);
	const user = userEvent.setup();
	await user.click(await screen.findByRole("button", { name: "Actions: CPU" }));
	await user.click(await screen.findByText("Show as table"));
	const table = await screen.findByRole("table", { name: "CPU" });
	const rows = within(table).getAllByRole("row");
	expect(rows.length).toBeLessThanOrEqual(61);
	expect(rows[1]?.textContent).toContain("98.5%");
	expect(within(table).getAllByText("–").length).toBeGreaterThan(5);
});

test("hides a series and shows it again", async () => {
	provideCanvas();
	renderUi(<Chart title="CPU" />);
	const user = userEvent.setup();
	const button = await screen.findByRole("button", { name: /web1/ });
	await user.click(button);
	expect(button.getAttribute("aria-pressed")).toBe("false");
	await user.click(button);
	expect(button.getAttribute("aria-pressed")).toBe("true");
});

test("says that there is nothing", () => {
	renderUi(<Chart title="CPU" data={{ timesMs: [], series: [] }} />);
	expect(screen.getByText("No data")).toBeDefined();
});
