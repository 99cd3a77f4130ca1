import type { XoHost, XoObject } from "@xo/contract";
import { ManualClock } from "@xo/std";
import type { RrdUpdates, Xapi } from "@xo/xapi";
import { describe, expect, it } from "vitest";
import type { Logger } from "../http/logger.ts";
import { MetricsService } from "./metrics-service.ts";

const START = 1_700_000_000;

interface Asked {
	readonly host: string;
	readonly start: number;
}

function start(count = 2) {
	const clock = new ManualClock(START * 1_000);
	const asked: Asked[] = [];
	let isDown = false;
	let vmHost = "h1";
	const objects = new Map<string, XoObject>();
	for (let number = 1; number <= count; number++) {
		const id = `h${number}`;
		objects.set(id, {
			id,
			type: "host",
			$pool: "p",
			_xapiRef: id,
			name_label: id,
			power_state: "Running",
			cpus: { cores: 4 },
			$PBDs: [],
		} as unknown as XoHost);
	}
	const vm = (container: string) =>
		objects.set("v", {
			id: "v",
			type: "VM",
			$container: container,
		} as unknown as XoObject);
	vm("h1");
	objects.set("p", { id: "p", type: "pool" } as unknown as XoObject);

	function answer(host: string): RrdUpdates {
		const column = (type: "vm" | "host", uuid: string) => ({
			cf: "AVERAGE" as const,
			type,
			uuid,
			name: "cpu0",
			values: Float64Array.of(0.5),
		});
		const now = Math.floor(clock.now() / 5_000) * 5;
		return {
			stepSeconds: 5,
			timestamps: [now],
			columns: [
				column("host", host),
				...(vmHost === host ? [column("vm", "v")] : []),
			],
		};
	}
	const xapi = {
		fetchRrdUpdates: (request: Asked) => {
			asked.push(request);
			return isDown
				? Promise.reject(new Error("down"))
				: Promise.resolve(answer(request.host));
		},
	} as unknown as Xapi;
	const service = new MetricsService({
		clock,
		pools: { xapiForRead: () => xapi },
		objects: {
			find: (id) => objects.get(id),
			ofType: (type) =>
				[...objects.values()].filter((each) => each.type === type) as never,
		},
		logger: { debug: () => {} } as unknown as Logger,
	});
	return {
		clock,
		asked,
		service,
		/** Time passes, and with it what was asked is answered. */
		pass: async (seconds: number) => {
			for (let second = 0; second < seconds; second++) {
				clock.advance(1_000);
				for (let turn = 0; turn < 20; turn++) await Promise.resolve();
			}
		},
		setDown: (value: boolean) => {
			isDown = value;
		},
		migrate: (host: string) => {
			vmHost = host;
			vm(host);
		},
	};
}

const all = { types: ["VM"], ids: () => undefined };
const only = (...ids: string[]) => ({ types: ["VM"], ids: () => ids });

describe("MetricsService", () => {
	it("asks each host once for all who watch, each five seconds", async () => {
		const { service, asked, pass } = start();
		using first = service.watch(all);
		using second = service.watch(only("v"));
		expect([first, second]).toHaveLength(2);
		await pass(4);
		expect(asked).toMatchObject([
			{ host: "h1", start: -60 },
			{ host: "h2", start: -60 },
		]);
		expect(service.find("v")?.cpu).toBe(0.5);
		expect(service.find("p")?.cpu).toBe(0.5);
		await pass(4);
		expect(asked.slice(2)).toMatchObject([{ start: START }, { start: START }]);
		service[Symbol.dispose]();
	});

	it("asks only hosts that know what is watched", async () => {
		const { service, asked, pass } = start();
		using _ = service.watch(only("v"));
		await pass(2);
		expect(asked.map(({ host }) => host)).toEqual(["h1"]);
		service[Symbol.dispose]();
	});

	it("does not ask for what is shown for a moment only", async () => {
		const { service, asked, clock, pass } = start(4);
		for (const id of ["h1", "h2", "h3"]) {
			service.watch(only(id))[Symbol.dispose]();
			clock.advance(100);
		}
		using _ = service.watch(only("h4"));
		await pass(2);
		expect(asked.map(({ host }) => host)).toEqual(["h4"]);
		service[Symbol.dispose]();
	});

	it("asks within three seconds for somebody who never rests", async () => {
		const { service, asked, clock } = start();
		for (let step = 0; step < 32; step++) {
			service.watch(only("v"));
			clock.advance(100);
		}
		expect(asked).toHaveLength(1);
		service[Symbol.dispose]();
	});

	it("says that it forgets what nobody watches any more", async () => {
		const { service, pass } = start();
		const watch = service.watch(only("v"));
		await pass(4);
		const told: string[] = [];
		using _ = service.onChange((ids) => told.push(...ids));
		watch[Symbol.dispose]();
		await pass(15);
		expect(told).toContain("v");
		expect(service.find("v")).toBe(undefined);
	});

	it("asks nobody once nobody watches", async () => {
		const { service, asked, pass } = start();
		service.watch(all)[Symbol.dispose]();
		await pass(15);
		expect(service.isRunning).toBe(false);
		expect(asked).toEqual([]);
		const watch = service.watch(all);
		await pass(3);
		watch[Symbol.dispose]();
		await pass(15);
		expect(service.isRunning).toBe(false);
		expect(service.find("v")).toBeUndefined();
	});

	it("leaves a silent host alone for longer, and makes a gap", async () => {
		const { service, asked, pass, setDown } = start(1);
		using _ = service.watch(all);
		await pass(3);
		setDown(true);
		const before = asked.length;
		await pass(56);
		expect(service.find("v")).toBeDefined();
		expect(asked.length - before).toBeLessThanOrEqual(4);
		await pass(5);
		expect(service.find("v")).toBeUndefined();
		expect(service.find("h1")).toBeUndefined();
		expect(service.find("p")).toBeUndefined();
		setDown(false);
		await pass(62);
		expect(service.find("v")?.cpu).toBe(0.5);
		service[Symbol.dispose]();
	});

	it("follows a VM to another host", async () => {
		const { service, pass, migrate } = start();
		const changes: string[] = [];
		service.onChange((ids) => changes.push(...ids));
		using _ = service.watch(all);
		await pass(3);
		expect(changes.sort()).toEqual(["h1", "h2", "p", "v"]);
		migrate("h2");
		await pass(12);
		expect(service.find("v")?.cpu).toBe(0.5);
		service[Symbol.dispose]();
	});

	it("asks many hosts in turns", async () => {
		const { service, asked, pass } = start(300);
		using _ = service.watch(all);
		await pass(1);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.length).toBeLessThanOrEqual(160);
		await pass(3);
		expect(new Set(asked.map(({ host }) => host)).size).toBe(300);
		service[Symbol.dispose]();
	});
});
