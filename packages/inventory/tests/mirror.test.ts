import type { XapiChange, XapiMirror } from "@xo/xapi";
import { expectTypeOf, it } from "vitest";
import type { RecordChange, RecordSource } from "../src/index.ts";

it("reads what the XAPI client mirrors", () => {
	expectTypeOf<XapiMirror>().toExtend<RecordSource>();
	expectTypeOf<XapiChange>().toExtend<RecordChange>();
});
