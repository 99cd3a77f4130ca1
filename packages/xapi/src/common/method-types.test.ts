import type { Ref, VmRecord } from "@xo/xapi-wire";
import { describe, expectTypeOf, it } from "vitest";
import type { Xapi } from "../node/xapi.ts";
import type { ParamsOf, ResultOf } from "./method-types.ts";

describe("types of calls", () => {
	it("take refs as plain strings", () => {
		expectTypeOf<ParamsOf<"VM.start">>().toEqualTypeOf<
			[vm: string, start_paused: boolean, force: boolean]
		>();
		expectTypeOf<ParamsOf<"VM.set_tags">>().toEqualTypeOf<
			[self: string, value: readonly string[]]
		>();
	});

	it("give typed results", () => {
		expectTypeOf<ResultOf<"VM.get_record">>().toEqualTypeOf<VmRecord>();
		expectTypeOf<ResultOf<"VM.clone">>().toEqualTypeOf<Ref<"VM">>();
	});

	it("refuse literals that name no method, but take names known late", () => {
		expectTypeOf<ParamsOf<"VM.strat">>().toBeNever();
		expectTypeOf<ParamsOf<string>>().toEqualTypeOf<readonly unknown[]>();
	});

	it("know the records of the mirror", () => {
		expectTypeOf<Xapi["mirror"]["find"]>().toBeCallableWith("VM", "a-ref");
		const find = (mirror: Xapi["mirror"]) => mirror.find("VM", "a-ref");
		expectTypeOf(find).returns.toEqualTypeOf<VmRecord | undefined>();
	});
});
