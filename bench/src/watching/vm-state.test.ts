import { expect, it } from "vitest";
import { stateOfObject, stateOfRecord } from "./vm-state.ts";

const fields = { name_description: "d", power_state: "Running" };
const config = { "xo:bench-sent-at": "1700000000000.125", last_check: "7" };
const flags = {
	is_a_template: false,
	is_a_snapshot: false,
	is_control_domain: false,
};

it("reads the same state from an object and from its record", () => {
	const object = { ...fields, id: "a", type: "VM", other: config };
	const record = { ...fields, ...flags, uuid: "a", other_config: config };
	expect(stateOfObject(object)).toEqual(stateOfRecord(record));
	expect(stateOfObject(object)?.sentAt).toBe(1700000000000.125);
	expect(stateOfObject({ ...object, name_description: "e" })?.text).not.toBe(
		stateOfRecord(record)?.text,
	);
});

it("leaves out what is no plain VM, and knows the unchanged", () => {
	const record = { ...fields, ...flags, uuid: "a", other_config: {} };
	expect(stateOfRecord(record)?.sentAt).toBe(0);
	expect(stateOfRecord({ ...record, is_a_template: true })).toBeUndefined();
	expect(stateOfObject({ type: "host" })).toBeUndefined();
});
