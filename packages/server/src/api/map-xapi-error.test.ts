import type { XoObject } from "@xo/contract";
import { XapiError } from "@xo/xapi";
import { describe, expect, it } from "vitest";
import { toApiError } from "./map-xapi-error.ts";

const vm = { id: "id", _xapiRef: "OpaqueRef:1" } as XoObject;

describe("toApiError", () => {
	it("knows a host that cannot be reached", () => {
		expect(toApiError(new XapiError("EHOSTUNREACH")).code).toBe(9);
	});

	it("splits the expected power states", () => {
		const params = ["OpaqueRef:1", "halted, suspended", "running"];
		const error = toApiError(new XapiError("VM_BAD_POWER_STATE", { params }), [
			vm,
		]);
		expect(error.data).toEqual({
			objectId: "id",
			expected: ["halted", "suspended"],
			actual: "running",
		});
	});

	it("shows ids for the references of an error that it does not know", () => {
		const error = toApiError(
			new XapiError("STRANGE", { params: ["OpaqueRef:1"] }),
			[vm],
		);
		expect(error.code).toBe(-32000);
		expect(JSON.stringify([error.message, error.data])).not.toContain("Opaque");
		expect(error.data).toMatchObject({ code: "STRANGE", params: ["id"] });
	});
});
