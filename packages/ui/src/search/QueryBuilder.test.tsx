// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { renderUi } from "../../tests/_render.tsx";
import { QueryBuilder } from "./QueryBuilder.tsx";
import type { QueryBuilderLabels, QueryNode } from "./query.ts";

const labels: QueryBuilderLabels = {
	all: "All of these",
	any: "Any of these",
	combine: "Combine",
	not: "Not",
	addRule: "Add a rule",
	addGroup: "Add a group",
	remove: "Remove",
	property: "Property",
	operator: "Operator",
	value: "Value",
	text: "Search text",
	gibibytes: "GiB",
	operators: {
		contains: "contains",
		is: "is",
		matches: "matches",
		"=": "=",
		"<": "<",
		"<=": "≤",
		">": ">",
		">=": "≥",
		isTrue: "is set",
	},
};

/** A language of its own: JSON. */
function print(node: QueryNode): string {
	return JSON.stringify(node);
}
function parse(text: string): QueryNode | undefined {
	try {
		return text === ""
			? { kind: "group", combine: "all", isNegated: false, children: [] }
			: JSON.parse(text);
	} catch {
		return undefined;
	}
}

let latest = "";
function Harness({ start = "" }) {
	const [value, setValue] = useState(start);
	latest = value;
	return (
		<QueryBuilder
			{...{ value, parse, print, labels }}
			onChange={setValue}
			properties={[
				{ name: "name_label", label: "Name", type: "text" },
				{ name: "memory:size", label: "Memory", type: "bytes" },
			]}
		/>
	);
}

afterEach(cleanup);

describe("QueryBuilder", () => {
	it("writes rules as they are filled in", async () => {
		const user = userEvent.setup();
		renderUi(<Harness />);
		await user.click(screen.getByRole("button", { name: "Add a rule" }));
		await user.type(screen.getByRole("textbox", { name: "Value" }), "web");
		expect(parse(latest)).toMatchObject({
			combine: "all",
			children: [
				{ property: "name_label", operator: "contains", value: "web" },
			],
		});
		await user.click(screen.getByRole("radio", { name: "Any of these" }));
		await user.click(screen.getByRole("checkbox", { name: "Not" }));
		expect(parse(latest)).toMatchObject({
			combine: "any",
			children: [{ isNegated: true }],
		});
	});

	it("shows a search that was written elsewhere, sizes in GiB", () => {
		const rule: QueryNode = {
			kind: "rule",
			property: "memory:size",
			operator: ">",
			value: String(4 * 2 ** 30),
			isNegated: false,
		};
		renderUi(<Harness start={print(rule)} />);
		const value = screen.getByRole<HTMLInputElement>("textbox", {
			name: "Value",
		});
		expect(value.value).toBe("4 GiB");
	});

	it("takes rules out, and keeps what it cannot show as text", async () => {
		const user = userEvent.setup();
		const text: QueryNode = { kind: "text", text: "tags:(a b)" };
		renderUi(<Harness start={print(text)} />);
		expect(screen.getByDisplayValue("tags:(a b)")).toBeDefined();
		await user.click(screen.getByRole("button", { name: "Remove" }));
		expect(parse(latest)).toMatchObject({ children: [] });
	});
});
