import { alarmSchema } from "@xo/contract";
import { describe, expect, it } from "vitest";
import { derived } from "../tests/_records.ts";
import { alarmOf, isAlarm } from "./alarm.ts";

const WATCHED =
	'value: 0.953000\nconfig:\n<variable>\n\t<name value="cpu_usage"/>\n\t<alarm_trigger_level value="0.9"/>\n</variable>\n';

const messageOf = (name: string, body = "") =>
	derived("message", {
		message: {
			message: { name, body, obj_uuid: "o", timestamp: "20260101T00:00:00Z" },
		},
	});

describe("alarms", () => {
	it.each([
		["ALARM", true],
		["BOND_STATUS_CHANGED", true],
		["MULTIPATH_PERIODIC_ALERT", true],
		["VM_STARTED", false],
	])("%s: %s", (name, expected) => {
		expect(isAlarm(messageOf(name))).toBe(expected);
	});

	it.each([
		[WATCHED, { name: "cpu_usage", value: "95.3" }],
		["eth0 is down", { name: "eth0 is down" }],
		["value: x\nconfig:\n<name value='a'/>", undefined],
	])("of %j", (body, expected = { name: body }) => {
		const find = () => ({ type: "VM", href: "/rest/v0/vms/o" });
		const alarm = alarmOf(messageOf("ALARM", body), find);
		expect(alarm.body).toEqual(expected);
		expect(alarm.time).toBe(Date.UTC(2026, 0));
		expect(alarm.object).toEqual({ type: "VM", uuid: "o", href: find().href });
		alarmSchema().strict().parse(alarm);
	});

	it("of an object that is gone", () => {
		const { object } = alarmOf(messageOf("ALARM"), () => undefined);
		expect(object).toEqual({ type: "unknown", uuid: "o" });
	});
});
