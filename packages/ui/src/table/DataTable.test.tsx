// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderUi } from "../../tests/_render.tsx";
import { DataTable } from "./DataTable.tsx";
import type {
	TableColumn,
	TableLabels,
	TableLayout,
	TableSection,
	TableSort,
	TableWindow,
} from "./model.ts";
import type { DataTableProps } from "./props.ts";
import {
	countSelected,
	emptySelection,
	type TableSelection,
} from "./selection.ts";

interface Vm {
	readonly id: string;
	readonly name: string;
	readonly cpus: number;
}

const labels: TableLabels = {
	selectAll: "Select all",
	selectRow: "Select",
	resize: (column) => `Resize ${column}`,
	loading: "Loading",
	expand: "Expand",
	collapse: "Collapse",
};
const columns: TableColumn<Vm>[] = [
	{
		id: "name",
		header: "Name",
		width: 200,
		isSortable: true,
		cell: (vm) => vm.name,
	},
	{
		id: "cpus",
		header: "CPUs",
		width: 80,
		isSortable: true,
		isDescFirst: true,
		align: "end",
		cell: (vm) => vm.cpus,
	},
	{ id: "id", header: "UUID", width: 200, cell: (vm) => vm.id },
];
function vms(from: number, to: number): Vm[] {
	return Array.from({ length: to - from }, (_, place) => ({
		id: `vm-${from + place}`,
		name: `VM ${from + place}`,
		cpus: (from + place) % 8,
	}));
}

const seen = {
	sort: [] as readonly TableSort[],
	layout: undefined as TableLayout | undefined,
	selection: emptySelection as TableSelection,
	windows: [] as [string, TableWindow][],
};

function Harness(props: Partial<DataTableProps<Vm>>) {
	const [layout, setLayout] = useState<TableLayout>({
		columns: ["name", "cpus"],
		widths: {},
	});
	const [sort, setSort] = useState<readonly TableSort[]>([]);
	const [selection, setSelection] = useState<TableSelection>(emptySelection);
	Object.assign(seen, { sort, layout, selection });
	const [sections] = useState<TableSection<Vm>[]>([
		{ id: "all", length: 10_000, offset: 0, rows: vms(0, 100) },
	]);
	return (
		<DataTable
			label="VMs"
			{...{ labels, columns, layout, sort, selection, sections }}
			onLayoutChange={setLayout}
			onSortChange={setSort}
			onSelectionChange={setSelection}
			onWindow={(id, window) => seen.windows.push([id, window])}
			{...props}
		/>
	);
}

function row(name: string): HTMLElement {
	const found = screen.getByText(name).closest<HTMLElement>("[role=row]");
	if (found === null) throw new Error(`no row ${name}`);
	return found;
}
function activeCell(): HTMLElement | null {
	const id = screen.getByRole("grid").getAttribute("aria-activedescendant");
	return id === null ? null : document.getElementById(id);
}

afterEach(() => {
	cleanup();
	seen.windows = [];
});

describe("DataTable", () => {
	it("is a grid of all rows that draws only those on screen", () => {
		renderUi(<Harness />);
		const grid = screen.getByRole("grid", { name: "VMs" });
		expect(grid.getAttribute("aria-rowcount")).toBe("10001");
		expect(grid.getAttribute("aria-colcount")).toBe("3");
		const rows = within(grid).getAllByRole("row");
		expect(rows.length).toBeGreaterThan(10);
		expect(rows.length).toBeLessThan(60);
		expect(row("VM 0").getAttribute("aria-rowindex")).toBe("2");
		expect(screen.queryByText("vm-0")).toBeNull();
	});

	it("shows bones and asks for rows that are not loaded", () => {
		const sections = [
			{ id: "all", length: 10_000, offset: 500, rows: vms(500, 600) },
		];
		renderUi(<Harness sections={sections} />);
		expect(screen.getAllByLabelText("Loading").length).toBeGreaterThan(10);
		expect(seen.windows[0]).toEqual(["all", { offset: 0, limit: 160 }]);
	});

	it("sorts by several keys with shift", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.click(screen.getByRole("button", { name: "CPUs" }));
		expect(seen.sort).toEqual([{ id: "cpus", desc: true }]);
		await user.keyboard("{Shift>}");
		await user.click(screen.getByRole("button", { name: "Name" }));
		await user.keyboard("{/Shift}");
		expect(seen.sort).toEqual([
			{ id: "cpus", desc: true },
			{ id: "name", desc: false },
		]);
		const header = screen.getByRole("columnheader", { name: /CPUs/ });
		expect(header.getAttribute("aria-sort")).toBe("descending");
	});

	it("sorts, moves and resizes columns by keyboard", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.tab();
		await user.keyboard("{ArrowUp}");
		expect(activeCell()?.textContent).toBe("Name");
		await user.keyboard("{Enter}");
		expect(seen.sort).toEqual([{ id: "name", desc: false }]);
		await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
		expect(seen.layout?.widths).toEqual({ name: 216 });
		await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
		expect(seen.layout?.columns).toEqual(["cpus", "name"]);
		expect(activeCell()?.textContent).toContain("Name");
	});

	it("jumps to the row whose name is typed", async () => {
		const user = userEvent.setup();
		const onActiveChange = vi.fn();
		const findPlace = vi.fn(async (word: string) =>
			word === "vm" ? 40 : undefined,
		);
		renderUi(<Harness {...{ findPlace, onActiveChange }} />);
		await user.tab();
		await user.keyboard("vm");
		expect(findPlace.mock.calls).toEqual([
			["v", 1],
			["vm", 0],
		]);
		await vi.waitFor(() =>
			expect(onActiveChange).toHaveBeenCalledWith(vms(40, 41)[0], "key"),
		);
	});

	it("goes through cells and opens rows by keyboard", async () => {
		const user = userEvent.setup();
		const onOpen = vi.fn();
		renderUi(<Harness onOpen={onOpen} />);
		await user.tab();
		expect(activeCell()?.textContent).toBe("VM 0");
		await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
		expect(activeCell()?.textContent).toBe("2");
		await user.keyboard("{Enter}");
		expect(onOpen).toHaveBeenCalledWith(vms(2, 3)[0]);
	});

	it("chooses rows with space, ranges with shift, all with ctrl-A", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.tab();
		await user.keyboard(" ");
		expect(row("VM 0").getAttribute("aria-selected")).toBe("true");
		await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
		await vi.waitFor(() =>
			expect(countSelected(seen.selection, 10_000)).toBe(3),
		);
		await user.keyboard("{Control>}a{/Control}");
		expect(seen.selection.isAll).toBe(true);
		expect(countSelected(seen.selection, 10_000)).toBe(10_000);
		await user.click(within(row("VM 1")).getByRole("checkbox"));
		expect(countSelected(seen.selection, 10_000)).toBe(9_999);
		await user.keyboard("{Escape}");
		expect(countSelected(seen.selection, 10_000)).toBe(0);
	});

	it("asks for the ids of a range that is not loaded", async () => {
		const user = userEvent.setup();
		const idsOf = vi.fn(async (_id: string, from: number, to: number) =>
			vms(from, to + 1).map(({ id }) => id),
		);
		const sections = [{ id: "all", length: 300, offset: 0, rows: vms(0, 100) }];
		renderUi(<Harness sections={sections} idsOf={idsOf} />);
		await user.tab();
		await user.keyboard(" {Shift>}{End}{/Shift}");
		await vi.waitFor(() =>
			expect(countSelected(seen.selection, 300)).toBe(300),
		);
		expect(idsOf).toHaveBeenCalledWith("all", 0, 299);
	});

	it("keeps the active cell on its row when rows move", async () => {
		const user = userEvent.setup();
		const section = { id: "all", length: 5, offset: 0 };
		const { rerender } = renderUi(
			<Harness sections={[{ ...section, rows: vms(0, 5) }]} />,
		);
		await user.tab();
		await user.keyboard("{ArrowDown}");
		expect(activeCell()?.textContent).toBe("VM 1");
		rerender(
			<Harness sections={[{ ...section, rows: vms(0, 5).reverse() }]} />,
		);
		expect(activeCell()?.textContent).toBe("VM 1");
	});

	it("shows groups with counts and aggregates that open", async () => {
		const user = userEvent.setup();
		const onToggleGroup = vi.fn();
		const group = { label: "Running", count: 7_000, isExpanded: true };
		const sections: TableSection<Vm>[] = [
			{
				id: "running",
				group: { ...group, cells: { cpus: "14,000" } },
				length: 3,
				offset: 0,
				rows: vms(0, 3),
			},
			{
				id: "halted",
				group: { label: "Halted", count: 3_000, isExpanded: false, cells: {} },
				length: 0,
				offset: 0,
				rows: [],
			},
		];
		renderUi(<Harness sections={sections} onToggleGroup={onToggleGroup} />);
		expect(row("Running").textContent).toContain("14,000");
		expect(row("Halted").getAttribute("aria-expanded")).toBe("false");
		await user.click(screen.getByText("Halted"));
		expect(onToggleGroup).toHaveBeenLastCalledWith("halted");
		await user.keyboard("{Home}{ArrowLeft}");
		expect(onToggleGroup).toHaveBeenLastCalledWith("running");
	});

	it("shows what stands for no rows and for an error", () => {
		const sections: TableSection<Vm>[] = [
			{ id: "all", length: 0, offset: 0, rows: [] },
		];
		const { rerender } = renderUi(
			<Harness sections={sections} empty="No VM matches" />,
		);
		expect(screen.getByText("No VM matches")).toBeDefined();
		rerender(<Harness sections={sections} error="The server is away" />);
		expect(screen.getByText("The server is away")).toBeDefined();
		rerender(<Harness sections={sections} isLoading empty="No VM matches" />);
		expect(screen.queryByText("No VM matches")).toBeNull();
	});
});
