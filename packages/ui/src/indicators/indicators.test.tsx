// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { renderUi } from "../../tests/_render.tsx";
import { Meter } from "./Meter.tsx";
import { meterLevel } from "./meter-level.ts";
import { Sparkline } from "./Sparkline.tsx";
import { sparklinePath } from "./sparkline-path.ts";

afterEach(cleanup);

test("judges a share by its thresholds", () => {
	const thresholds = { warning: 0.8, critical: 0.9 };
	expect(meterLevel(0.79, thresholds)).toBe("normal");
	expect(meterLevel(0.8, thresholds)).toBe("warning");
	expect(meterLevel(0.95, thresholds)).toBe("critical");
});

test("a meter tells all its figures and its level in words", () => {
	renderUi(
		<Meter
			label="Memory"
			used={95}
			total={100}
			provisioned={130}
			formatValue={(value) => `${value} GiB`}
			formatShare={(share) => `${share * 100} %`}
			labels={{
				used: "used",
				free: "free",
				provisioned: "provisioned",
				levels: { normal: "fine", warning: "nearly full", critical: "full" },
			}}
		/>,
	);
	screen.getByRole("progressbar", {
		name: "Memory: used 95 GiB, provisioned 130 GiB, free 5 GiB",
	});
	screen.getByRole("img", { name: "full" });
	screen.getByText("95 %");
});

test("draws gaps of a sparkline as gaps", () => {
	const box = { width: 40, height: 10 };
	expect(sparklinePath([0, 10, null, 5, 5], box)).toBe("M0 10L10 0M30 5L40 5");
	expect(sparklinePath([], box)).toBe("");
	renderUi(<Sparkline values={[1, 2]} label="CPU, now 2 %" />);
	screen.getByRole("img", { name: "CPU, now 2 %" });
});
