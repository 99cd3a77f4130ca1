// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { renderUi } from "../../tests/_render.tsx";
import { ColumnMenu } from "./ColumnMenu.tsx";
import type { TableLayout } from "./model.ts";

const onSortChange = vi.fn();
let latest: TableLayout | undefined;
function Harness() {
	const [layout, setLayout] = useState<TableLayout>({
		columns: ["name", "cpus"],
		widths: {},
	});
	latest = layout;
	return (
		<ColumnMenu
			columns={[
				{ id: "id", header: "UUID" },
				{ id: "name", header: "Name", isSortable: true },
				{ id: "cpus", header: "CPUs" },
			]}
			layout={layout}
			onLayoutChange={setLayout}
			onReset={() => {}}
			onSortChange={onSortChange}
			labels={{
				columns: "Columns",
				reset: "Reset",
				moveUp: (column) => `Move ${column} up`,
				moveDown: (column) => `Move ${column} down`,
				sortBy: (column) => `Sort by ${column}`,
			}}
		/>
	);
}

afterEach(cleanup);

it("shows, hides, orders and sorts", async () => {
	const user = userEvent.setup();
	renderUi(<Harness />);
	await user.click(screen.getByRole("button", { name: "Columns" }));
	await user.click(await screen.findByRole("checkbox", { name: "UUID" }));
	expect(latest?.columns).toEqual(["name", "cpus", "id"]);
	await user.click(screen.getByRole("button", { name: "Move CPUs up" }));
	expect(latest?.columns).toEqual(["cpus", "name", "id"]);
	await user.click(screen.getByRole("checkbox", { name: "Name" }));
	expect(latest?.columns).toEqual(["cpus", "id"]);
	await user.click(screen.getByRole("button", { name: "Sort by Name" }));
	expect(onSortChange).toHaveBeenCalledWith([{ id: "name", desc: false }]);
});
