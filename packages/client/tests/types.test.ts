import type { XoClient } from "@xo/client";
import { expectTypeOf, it } from "vitest";

it("calls are typed by the contract, others are open", () => {
	async function calls(client: XoClient) {
		const token = await client.call("token.create", { expiresIn: "1 hour" });
		expectTypeOf(token).toEqualTypeOf<string>();
		expectTypeOf(
			await client.call("vm.start", { id: "x" }),
		).toEqualTypeOf<true>();
		expectTypeOf(await client.call("plugin.method", { a: 1 })).toBeUnknown();
		// @ts-expect-error the id is missing
		await client.call("vm.start", {});
		// @ts-expect-error the id is text
		await client.call("vm.start", { id: 1 });
	}
	expectTypeOf(calls).toBeFunction();
});
