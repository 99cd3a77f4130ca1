import { describe, expect, it } from "vitest";
import {
	bitString,
	integer,
	objectIdentifier,
	octetString,
	time,
} from "./der.ts";

const hex = (bytes: Buffer) => bytes.toString("hex");

describe("DER", () => {
	it("writes integers in their shortest form, and never negative", () => {
		expect(hex(integer(Buffer.from([0, 0, 0x12])))).toBe("020112");
		expect(hex(integer(Buffer.from([0x80])))).toBe("02020080");
		expect(hex(integer(Buffer.alloc(3)))).toBe("020100");
	});

	it("writes long lengths", () => {
		expect(hex(octetString(Buffer.alloc(300))).slice(0, 8)).toBe("0482012c");
		expect(hex(octetString(Buffer.alloc(128))).slice(0, 6)).toBe("048180");
		expect(hex(bitString(Buffer.from([5])))).toBe("03020005");
	});

	it("writes object identifiers", () => {
		expect(hex(objectIdentifier("1.2.840.10045.4.3.2"))).toBe(
			"06082a8648ce3d040302",
		);
	});

	it("writes dates after 2049 with four digits of the year", () => {
		expect(time(new Date(Date.UTC(2026, 7, 21))).toString("latin1")).toContain(
			"260821000000Z",
		);
		expect(time(new Date(Date.UTC(2050, 0, 1))).toString("latin1")).toContain(
			"20500101000000Z",
		);
	});
});
