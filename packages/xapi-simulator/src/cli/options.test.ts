import { describe, expect, it } from "vitest";
import { parseOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

const sizes = (...args: string[]) =>
	parseOptions(args).plans.map((plan) =>
		"hosts" in plan ? [plan.hosts, plan.vms] : plan,
	);

describe("parseOptions", () => {
	it("plans one pool of three hosts and one of one by default", () => {
		expect(sizes()).toEqual([
			[3, 45],
			[1, 15],
		]);
	});

	it("spreads hosts and VMs over the pools", () => {
		expect(sizes("--pools", "3", "--hosts", "7", "--vms", "70")).toEqual([
			[3, 30],
			[2, 20],
			[2, 20],
		]);
		expect(sizes("--hosts", "4", "--vms", "0")).toEqual([[4, 0]]);
		expect(sizes("--pools", "25", "--hosts", "500", "--vms", "10000")).toEqual(
			Array(25).fill([20, 400]),
		);
	});

	it("reads a rate with or without its unit", () => {
		expect(parseOptions(["--activity", "200/s"]).activity).toBe(200);
		expect(parseOptions(["--activity", "0.5"]).activity).toBe(0.5);
	});

	it.each([
		[["--port", "abc"], /--port: "abc" is not a whole number from 0 to 65535/],
		[["--port", "70000"], /--port/],
		[["--pools", "0"], /--pools: "0"/],
		[["--hosts", "-1"], /--hosts: "-1" is not a whole number from 1 to 20000/],
		[["--pools", "5", "--hosts", "3"], /3 hosts are too few for 5 pools/],
		[["--activity", "fast"], /--activity: "fast" is not a number/],
		[["--dump", "x", "--vms", "3"], /--vms does not go with --dump/],
		[["--nonsense"], /Unknown option '--nonsense'/],
		[["--dump"], /--dump/],
		[["extra"], /Unexpected argument 'extra'/],
	])("refuses %j", (args, message) => {
		expect(() => parseOptions(args)).toThrow(UsageError);
		expect(() => parseOptions(args)).toThrow(message);
	});
});
