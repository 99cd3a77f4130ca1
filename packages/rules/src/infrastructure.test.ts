import { describe, expect, it } from "vitest";
import { whyNotEject, whyNotVbd, whyNotVdi, whyNotVif } from "./devices.ts";
import { whyNotHost, whyNotPbd, whyNotSr } from "./infrastructure.ts";

const running = { power_state: "Running" } as const;
const halted = { power_state: "Halted" } as const;

describe("plugs", () => {
	it("go in and out of running VMs only", () => {
		const out = { attached: false };
		const plugged = { attached: true };
		expect(whyNotVif(out, running, "connect")).toBeUndefined();
		expect(whyNotVif(out, halted, "connect")?.code).toBe("vmState");
		expect(whyNotVif(plugged, running, "connect")?.code).toBe("attached");
		expect(whyNotVif(out, running, "disconnect")?.code).toBe("notAttached");
		expect(whyNotVif(plugged, running, "delete")).toBeUndefined();
		expect(whyNotVif(out, undefined, "delete")).toBeUndefined();
	});

	it("are not for CD drives", () => {
		const drive = { attached: false, is_cd_drive: true };
		expect(whyNotVbd(drive, running, "connect")?.code).toBe("isCdDrive");
		expect(whyNotVbd(drive, halted, "delete")).toBeUndefined();
		expect(whyNotEject(undefined)?.code).toBe("noDrive");
		expect(whyNotEject({})?.code).toBe("noMedium");
		expect(whyNotEject({ VDI: "iso" })).toBeUndefined();
	});
});

describe("VDIs", () => {
	it("are kept while they are used", () => {
		const vdi = { type: "VDI", missing: false, current_operations: {} };
		expect(whyNotVdi(vdi, "delete", false)).toBeUndefined();
		expect(whyNotVdi(vdi, "delete", true)?.code).toBe("diskInUse");
		expect(whyNotVdi({ ...vdi, missing: true }, "resize", false)?.code).toBe(
			"diskMissing",
		);
		expect(
			whyNotVdi({ ...vdi, type: "VDI-snapshot" }, "resize", false)?.code,
		).toBe("diskIsSnapshot");
		expect(
			whyNotVdi({ ...vdi, current_operations: { a: "copy" } }, "delete", false),
		).toEqual({ code: "diskInUse", params: { operation: "copy" } });
	});
});

describe("hosts", () => {
	const host = { power_state: "Running", enabled: true } as const;
	const facts = { isMaster: false, vmCount: 0 };

	it("do what their state allows", () => {
		expect(whyNotHost(host, "disable", facts)).toBeUndefined();
		expect(whyNotHost(host, "enable", facts)?.code).toBe("hostEnabled");
		expect(whyNotHost(host, "start", facts)?.code).toBe("hostState");
		const off = { power_state: "Halted", enabled: false } as const;
		expect(whyNotHost(off, "start", facts)).toBeUndefined();
		expect(whyNotHost(off, "forget", { ...facts, isMaster: true })?.code).toBe(
			"hostIsMaster",
		);
		expect(
			whyNotHost(host, "makeMaster", { ...facts, isMaster: true })?.code,
		).toBe("hostIsMaster");
		expect(whyNotHost(host, "detach", { ...facts, vmCount: 2 })).toEqual({
			code: "hostHasVms",
			params: { count: 2 },
		});
		const busy = { ...host, current_operations: { t: "evacuate" } };
		expect(whyNotHost(busy, "restart", facts)?.code).toBe("hostBusy");
	});
});

describe("SRs", () => {
	const sr = { content_type: "user", inMaintenanceMode: false, size: 100 };
	const pbds = [{ attached: true }];

	it("take disks when they are there for that", () => {
		expect(whyNotSr(sr, "createDisk", { pbds, sizeBytes: 100 })).toBe(
			undefined,
		);
		expect(whyNotSr(sr, "createDisk", { pbds, sizeBytes: 101 })?.code).toBe(
			"srFull",
		);
		expect(whyNotSr(sr, "scan", { pbds: [] })?.code).toBe("srUnplugged");
		expect(whyNotSr(sr, "forget", { pbds })).toBeUndefined();
		expect(whyNotSr(sr, "destroy", { pbds, diskCount: 2 })).toEqual({
			code: "srNotEmpty",
			params: { count: 2 },
		});
		expect(whyNotSr(sr, "connectAll", { pbds: [] })?.code).toBe("srNoHosts");
		expect(whyNotPbd({ attached: true }, "delete")?.code).toBe("attached");
		expect(whyNotPbd({ attached: false }, "connect")).toBeUndefined();
		expect(whyNotPbd({ attached: false }, "disconnect")?.code).toBe(
			"notAttached",
		);
		const iso = { ...sr, content_type: "iso" };
		expect(whyNotSr(iso, "createDisk", { pbds })?.code).toBe("srReadOnly");
		const busy = { ...sr, current_operations: { t: "scan" } };
		expect(whyNotSr(busy, "destroy", { pbds })?.code).toBe("srBusy");
		const resting = { ...sr, inMaintenanceMode: true };
		expect(whyNotSr(resting, "createDisk", { pbds })?.code).toBe(
			"srMaintenance",
		);
	});
});
