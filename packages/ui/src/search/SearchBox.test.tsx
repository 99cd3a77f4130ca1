// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderUi } from "../../tests/_render.tsx";
import { SearchBox, type SearchBoxProps } from "./SearchBox.tsx";

const properties: SearchBoxProps["properties"] = [
	{ name: "name_label", label: "Name", type: "text" },
	{
		name: "power_state",
		label: "State",
		type: "enum",
		values: [
			{ value: "Running", label: "Running" },
			{ value: "Halted", label: "Halted" },
		],
	},
];

function Harness(props: Partial<SearchBoxProps>) {
	const [value, setValue] = useState("");
	return (
		<SearchBox
			label="Search"
			clearLabel="Clear"
			value={value}
			onChange={setValue}
			properties={properties}
			{...props}
		/>
	);
}
const box = () => screen.getByRole<HTMLInputElement>("combobox");

afterEach(cleanup);

describe("SearchBox", () => {
	it("completes a property with Tab, then its value with arrows", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.type(box(), "pow{Tab}");
		expect(box().value).toBe("power_state:");
		await vi.waitFor(() => expect(box().selectionStart).toBe(12));
		await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
		expect(box().value).toBe("power_state:Halted ");
	});

	it("submits with Enter where nothing is chosen", async () => {
		const user = userEvent.setup();
		const onSubmit = vi.fn();
		renderUi(<Harness onSubmit={onSubmit} />);
		await user.type(box(), "web{Enter}");
		expect(onSubmit).toHaveBeenCalledOnce();
		expect(box().value).toBe("web");
	});

	it("underlines the place of an error and says it", () => {
		renderUi(
			<Harness
				value="name_label:(a"
				error={{ message: "not closed", column: 12 }}
			/>,
		);
		expect(screen.getByRole("status").textContent).toBe("not closed");
		expect(box().getAttribute("aria-invalid")).toBe("true");
		expect(screen.getByText("(a")).toBeDefined();
	});

	it("clears", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.type(box(), "web");
		await user.click(screen.getByRole("button", { name: "Clear" }));
		expect(box().value).toBe("");
	});
});
