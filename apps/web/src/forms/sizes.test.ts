import { expect, it } from "vitest";
import { fromBytes, SIZE_UNITS, toBytes, unitOf } from "./sizes.ts";

const GIB = 1024 ** 3;

it("chooses the unit that people would write", () => {
	expect(unitOf(undefined)).toBe("GiB");
	expect(unitOf(10 * GIB)).toBe("GiB");
	expect(unitOf(1.5 * GIB)).toBe("GiB");
	expect(unitOf(2048 * GIB)).toBe("TiB");
	expect(unitOf(300 * 1024 ** 2)).toBe("MiB");
	expect(unitOf(7)).toBe("MiB");
});

it("goes to bytes and back", () => {
	for (const unit of SIZE_UNITS) {
		expect(fromBytes(toBytes(12.25, unit), unit)).toBe(12.25);
	}
});
